import type { NotSent } from "./not-sent";

/** Why a request is not passed on. */
export interface RequestRefusal {
  status: number;
  /** For scripts. */
  text: string;
  headers?: Record<string, string>;
  /** Whoever reads pages is shown the one that says this. */
  page?: NotSent;
}

/** All that pages and routes of ours answer. OPTIONS goes on to the proxy and to next-auth, which answer it. */
const methods = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

/** What Next meets with a fault, or answers like a GET, though nobody could have meant it: a method or an address. */
export function oddRequest(method = "", address = ""): RequestRefusal | null {
  if (!methods.has(method) || address === "*") {
    return { status: 405, text: "This can't be done here.", headers: { Allow: [...methods].join(", ") } };
  }
  if (isReadableAddress(address)) return null;
  return { status: 400, text: "We could not read this address.", page: "address" };
}

/** A path of ours, whose escapes (%20) are whole; an address of another site is none. */
function isReadableAddress(address: string): boolean {
  const [path = ""] = address.split("?", 1);
  try {
    decodeURIComponent(path);
    return path.startsWith("/");
  } catch {
    return false;
  }
}
