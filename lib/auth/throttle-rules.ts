/** How many failures cost nothing, and the longest pause that any number of them can ask for. */
export interface Allowance {
  free: number;
  longestSeconds: number;
  /** One failure is forgotten each time that so many seconds pass without another. */
  forgottenAfterSeconds: number;
}

/** NCSC asks for 5 to 10 free tries. A pause, never a lock: nobody can shut somebody else out for good. */
export const perAccount: Allowance = { free: 5, longestSeconds: 300, forgottenAfterSeconds: 180 };

/** The same account from all the browsers that it was never used in, wherever they are. */
export const perAccountAnywhere: Allowance = {
  free: 10,
  longestSeconds: 300,
  forgottenAfterSeconds: 180,
};

/** A hospital's people share one address, so that it may fail more often. */
export const perAddress: Allowance = { free: 30, longestSeconds: 300, forgottenAfterSeconds: 60 };

/** Whole seconds still to wait: nothing at first, then 2, 4, 8 … after each further failure. */
export function waitAfter(allowance: Allowance, failures: number, lastFailedAt: Date, now: Date): number {
  const waited = (now.getTime() - lastFailedAt.getTime()) / 1000;
  const remembered = stillRemembered(allowance, failures, waited);
  if (remembered < allowance.free) return 0;
  const pause = Math.min(2 ** (remembered - allowance.free + 1), allowance.longestSeconds);
  return Math.min(pause, Math.max(0, Math.ceil(pause - waited)));
}

/** What is left of so many failures; the database forgets at the same pace when it counts the next. */
function stillRemembered({ forgottenAfterSeconds }: Allowance, failures: number, waited: number): number {
  return failures - Math.floor(Math.max(0, waited) / forgottenAfterSeconds);
}

/** How many tries may be under way at once: as many as may still fail; once a pause is over, one. */
export function placesLeft({ free }: Allowance, failures: number): number {
  return Math.max(1, free - failures);
}

/** What is counted for one network: an IPv6 customer has a whole /64, and could use each address of it once. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.split("%")[0]?.split("::") ?? [];
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const gap = address.includes("::") ? Array(Math.max(0, 8 - before.length - after.length)).fill("0") : [];
  return [...before, ...gap, ...after]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ""))
    .join(":");
}
