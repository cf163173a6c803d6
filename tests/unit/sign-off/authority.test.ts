import { describe, expect, test } from "vitest";
import {
  type AuthorityGrant,
  type AuthorityStatus,
  authorityStatus,
  equipmentPractisedOn,
  hasAuthority,
  isOver,
  lastAuthorityEnd,
  withoutEndReason,
} from "@/lib/sign-off/authority/rules";
import { endedSentence, validitySentence } from "@/lib/sign-off/authority/words";

function aGrant(more: Partial<AuthorityGrant> = {}): AuthorityGrant {
  return {
    kind: "entitlement",
    validFrom: "2026-01-01",
    validUntil: "2027-01-01",
    acceptedOn: "2026-01-05",
    competencyId: "c",
    equipmentId: null,
    ...more,
  };
}

const extension = aGrant({ kind: "scope-extension" });
const irmer = { needsEntitlement: true, needsScopeExtension: false };
const both = { needsEntitlement: true, needsScopeExtension: true };

const cases: [string, typeof irmer, AuthorityGrant[], string, AuthorityStatus][] = [
  ["not flagged", { needsEntitlement: false, needsScopeExtension: false }, [], "2026-02-01", "not-needed"],
  ["no grant", irmer, [], "2026-02-01", "not-entitled"],
  ["another kind of grant", irmer, [extension], "2026-02-01", "not-entitled"],
  ["the day before", irmer, [aGrant()], "2025-12-31", "not-entitled"],
  ["granted, to be accepted", irmer, [aGrant({ acceptedOn: null })], "2026-02-01", "not-accepted"],
  ["before it was accepted", irmer, [aGrant()], "2026-01-04", "not-accepted"],
  ["accepted", irmer, [aGrant()], "2026-01-05", "entitled"],
  ["the last day", irmer, [aGrant()], "2026-12-31", "entitled"],
  ["ended", irmer, [aGrant()], "2027-01-01", "not-entitled"],
  ["open-ended", irmer, [aGrant({ validUntil: null })], "2031-01-01", "entitled"],
  ["both asked, one given", both, [aGrant()], "2026-02-01", "not-entitled"],
  [
    "both asked, one accepted",
    both,
    [aGrant(), { ...extension, acceptedOn: null }],
    "2026-02-01",
    "not-accepted",
  ],
  ["both asked, both given", both, [aGrant(), extension], "2026-02-01", "entitled"],
];

describe("authority on a day", () => {
  for (const [name, rule, grants, on, status] of cases) {
    test(`${name}: ${status}`, () => {
      expect(authorityStatus(rule, grants, on)).toBe(status);
      expect(hasAuthority(status)).toBe(status === "not-needed" || status === "entitled");
    });
  }

  test("a grant for one piece of equipment does not reach another", () => {
    const forCamera = [aGrant({ equipmentId: "camera" })];
    expect(authorityStatus(irmer, forCamera, "2026-02-01", "camera")).toBe("entitled");
    expect(authorityStatus(irmer, forCamera, "2026-02-01", "scanner")).toBe("not-entitled");
    expect(authorityStatus(irmer, forCamera, "2026-02-01")).toBe("entitled");
    expect(authorityStatus(irmer, [aGrant()], "2026-02-01", "scanner")).toBe("entitled");
  });
});

describe("what an authority can be limited to", () => {
  const camera = { equipmentId: "e1", equipmentName: "Siemens Symbia" };
  const counter = { equipmentId: "e2", equipmentName: "Capintec CRC" };

  test("the equipment of confirmed practice, each once, by name", () => {
    const practices = [camera, counter, camera].map((one) => ({ ...one, state: "confirmed" as const }));
    expect(equipmentPractisedOn(practices)).toEqual([
      { id: "e2", name: "Capintec CRC" },
      { id: "e1", name: "Siemens Symbia" },
    ]);
  });

  test("nothing of practice that is not confirmed, or that names none", () => {
    const none = { equipmentId: null, equipmentName: null, state: "confirmed" as const };
    expect(equipmentPractisedOn([none, { ...camera, state: "awaiting-confirmation" }])).toEqual([]);
  });
});

describe("an authority in words", () => {
  const sentence = (validUntil: string | null) => validitySentence({ validFrom: "2026-03-02", validUntil });

  test("holds from a day, up to and with another, or on none", () => {
    expect(sentence(null)).toBe("From 2 March 2026");
    expect(sentence("2026-03-04")).toBe("From 2 March 2026 to 3 March 2026");
    expect(sentence("2026-03-02")).toBe("On no day: it was taken back");
  });

  test("its end names person, competency and last day", () => {
    const whose = { personName: "Amara Okafor", competencyTitle: "ECG", validFrom: "2026-03-02" };
    expect(endedSentence({ ...whose, validUntil: "2026-03-04" })).toBe(
      "The authority of Amara Okafor for “ECG” ends: its last day is 3 March 2026",
    );
    expect(endedSentence({ ...whose, validUntil: "2026-03-02" })).toBe(
      "The authority of Amara Okafor for “ECG” is taken back: it holds on no day",
    );
  });
});

describe("an authority that ends", () => {
  const ending = (validFrom: string, validUntil: string | null) => aGrant({ validFrom, validUntil });

  test.each([
    ["2026-01-01", null, false],
    ["2026-01-01", "2026-03-03", false],
    ["2026-01-01", "2026-03-02", true],
    ["2026-05-01", "2026-06-01", false],
    ["2026-05-01", "2026-05-01", true],
  ])("from %s until %s is over on 2 March 2026: %s", (validFrom, validUntil, over) => {
    expect(isOver(ending(validFrom, validUntil), "2026-03-02")).toBe(over);
  });

  test("is told of from its end, with the reason of the last, if it was accepted and ever held", () => {
    const grants = [
      { ...ending("2026-01-01", "2026-02-03"), endedReason: "New post" },
      { ...ending("2026-01-01", "2026-02-01"), endedReason: "Earlier" },
    ];
    expect(lastAuthorityEnd(grants, "2026-03-02")).toEqual({ on: "2026-02-03", reason: "New post" });
    expect(lastAuthorityEnd(grants, "2026-02-02")).toEqual({ on: "2026-02-01", reason: "Earlier" });
    expect(lastAuthorityEnd(grants, "2026-01-31")).toBeNull();
    expect(lastAuthorityEnd([ending("2026-02-01", "2026-02-01")], "2026-03-02")).toBeNull();
    expect(
      lastAuthorityEnd([{ ...ending("2026-01-01", "2026-02-01"), acceptedOn: null }], "2026-03-02"),
    ).toBeNull();
  });

  test("tells its day without the reason to whoever may not know it", () => {
    const ended = { at: "2026-02-01T09:00:00.000Z", byName: "Dev Anand", reason: "New post" };
    const grant = { ...ending("2026-01-01", "2026-02-03"), endedReason: "New post", ended };
    expect(withoutEndReason(grant)).toEqual({
      ...grant,
      endedReason: null,
      ended: { ...ended, reason: null },
    });
    expect(withoutEndReason(aGrant())).toEqual({ ...aGrant(), endedReason: null });
  });
});
