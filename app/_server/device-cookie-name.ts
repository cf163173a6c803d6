export function deviceCookieName(siteUrl: string): string {
  return siteUrl.startsWith("https://") ? "__Host-countersign-device" : "countersign-device";
}
