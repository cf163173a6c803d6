import { describe, expect, test } from "vitest";
import { addressBehind } from "@/app/_server/client-address";

describe("the address that a request comes from", () => {
  test.each([
    ["no proxy: the connection's, whatever is claimed", "192.0.2.1", "203.0.113.9", 0, "192.0.2.1"],
    ["no proxy, and nothing claimed", "192.0.2.1", null, 0, "192.0.2.1"],
    ["one proxy: what it wrote", "10.0.0.1", "192.0.2.1", 1, "192.0.2.1"],
    [
      "one proxy: what it wrote last, not what the client claimed",
      "10.0.0.1",
      "203.0.113.9, 192.0.2.1",
      1,
      "192.0.2.1",
    ],
    ["two proxies", "10.0.0.1", "203.0.113.9, 192.0.2.1, 10.0.0.2", 2, "192.0.2.1"],
    ["fewer entries than proxies: the first", "10.0.0.1", "192.0.2.1", 3, "192.0.2.1"],
    ["a proxy that wrote nothing", "10.0.0.1", null, 1, "10.0.0.1"],
    ["an IPv4 address as an IPv6 socket writes it", "::ffff:192.0.2.1", null, 0, "192.0.2.1"],
  ])("%s", (_, peer, forwarded, proxies, expected) => {
    expect(addressBehind(peer, forwarded, proxies)).toBe(expected);
  });
});
