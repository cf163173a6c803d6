/** First segments of addresses that belong to no trust, though they look like an ODS code. */
const reserved = new Set(["api", "privacy", "verify"]);

/** Is this a page of a trust, `/{ods}/…`? */
export function isTrustAddress(pathname: string): boolean {
  const [, first = ""] = pathname.split("/");
  return /^[a-z0-9]{3,9}$/i.test(first) && !reserved.has(first.toLowerCase());
}

/** The address of a page of the actor's trust; each segment is escaped. */
export function trustPath(trust: { ods: string }, ...segments: string[]): string {
  return ["", trust.ods.toLowerCase(), ...segments].map(encodeURIComponent).join("/");
}
