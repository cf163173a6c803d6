/** next-auth's own rule, so that it and we mean the same cookie. */
export function sessionCookieName(siteUrl: string): string {
  return `${siteUrl.startsWith("https://") ? "__Secure-" : ""}next-auth.session-token`;
}
