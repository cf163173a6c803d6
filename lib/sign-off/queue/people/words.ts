interface Counts {
  toConfirm: number;
  toDecide: number;
  returned: number;
}

/** "2 records of practice to confirm, 1 request to decide". */
export function waitingSentence(counts: Counts | undefined): string {
  const { toConfirm, toDecide, returned } = counts ?? { toConfirm: 0, toDecide: 0, returned: 0 };
  const parts = [
    toConfirm > 0 && `${toConfirm} ${toConfirm === 1 ? "record" : "records"} of practice to confirm`,
    toDecide > 0 && `${toDecide} ${toDecide === 1 ? "request" : "requests"} to decide`,
    returned > 0 && `${returned} returned`,
  ].filter((part) => part !== false);
  return parts.join(", ") || "Nothing";
}
