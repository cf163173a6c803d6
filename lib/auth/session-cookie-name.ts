/**
 * The cookie of a session. Over https a browser takes one of this name from this host alone, for all its paths and
 * never over http (ASVS 5.0, 3.3.3), so that nobody else can plant one.
 */
export function sessionCookieName(siteUrl: string): string {
  return `${siteUrl.startsWith("https://") ? "__Host-" : ""}countersign-session`;
}
