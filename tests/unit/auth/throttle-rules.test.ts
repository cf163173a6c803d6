import { describe, expect, test } from "vitest";
import { networkOf, perAccount, perAddress, placesLeft, waitAfter } from "@/lib/auth/throttle-rules";

const failed = new Date("2026-03-02T09:00:00Z");
const later = (seconds: number) => new Date(failed.getTime() + seconds * 1000);

describe("the pause after failures", () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 2],
    [6, 4],
    [7, 8],
    [12, 256],
    [13, 300],
    [1000, 300],
  ])("after %i failures of an account it is %i seconds", (failures, seconds) => {
    expect(waitAfter(perAccount, failures, failed, failed)).toBe(seconds);
  });

  test("runs out", () => {
    expect(waitAfter(perAccount, 7, failed, later(3))).toBe(5);
    expect(waitAfter(perAccount, 7, failed, later(7.5))).toBe(1);
    expect(waitAfter(perAccount, 7, failed, later(8))).toBe(0);
  });

  test("is forgotten, one failure at a time", () => {
    expect(waitAfter(perAddress, 40, failed, later(60))).toBe(240);
    expect(waitAfter(perAddress, 31, failed, later(60))).toBe(0);
    expect(waitAfter(perAccount, 5, failed, later(180))).toBe(0);
  });

  test("never exceeds itself, even if a clock is behind", () => {
    expect(waitAfter(perAccount, 7, failed, later(-60))).toBe(8);
  });

  test("comes later for an address, which many people share", () => {
    expect(waitAfter(perAddress, 29, failed, failed)).toBe(0);
    expect(waitAfter(perAddress, 30, failed, failed)).toBe(2);
  });
});

test("as many tries may be under way as may still fail; after a pause, one", () => {
  expect([0, 4, 5, 400].map((failures) => placesLeft(perAccount, failures))).toEqual([5, 1, 1, 1]);
});

describe("the network that is counted", () => {
  test.each([
    ["192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0db8:0001:0002::9", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["unknown", "unknown"],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
