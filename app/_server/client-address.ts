/**
 * The address that a request comes from. Each proxy writes the address that it saw at the end of
 * X-Forwarded-For; what stands before the trusted ones' entries is the client's own claim, and is not believed.
 */
export function addressBehind(peer: string, forwardedFor: string | null, trustedProxies: number): string {
  if (trustedProxies === 0) return plainAddress(peer);
  const seen = (forwardedFor ?? "").split(",").map((one) => one.trim());
  const entry = seen.at(-trustedProxies) ?? seen[0];
  return plainAddress(entry || peer);
}

/** An IPv4 address is the same however a socket writes it. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "").toLowerCase();
}
