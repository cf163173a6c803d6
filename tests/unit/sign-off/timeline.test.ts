import { describe, expect, test } from "vitest";
import { timelineOf } from "@/lib/sign-off/record/timeline/rules";

const nothing = {
  personName: "Amara Okafor",
  practices: [],
  comments: [],
  steps: [],
  events: [],
  authorities: [],
  theory: [],
};
const grant = {
  id: "grant",
  kind: "entitlement" as const,
  grantedAt: "2026-03-02T09:00:00.000Z",
  validFrom: "2026-03-02",
  validUntil: null,
  ended: null,
  grantedByName: "Eira Vaughan",
  equipmentName: null,
  document: "IRMER-7",
  acceptedAt: null,
};

describe("an authority in the timeline", () => {
  test("is the employer's act until the person accepts it", () => {
    expect(timelineOf({ ...nothing, authorities: [grant] })).toMatchObject([
      { title: "Authorised by the employer: IR(ME)R entitlement", byName: "Eira Vaughan", detail: "IRMER-7" },
    ]);
  });
  test("and then the person's own, at its own time", () => {
    const accepted = { ...grant, equipmentName: "Orrery camera 4", acceptedAt: "2026-03-04T10:30:00.000Z" };
    const timeline = timelineOf({ ...nothing, authorities: [accepted] });
    expect(timeline).toMatchObject([
      {
        title: "Responsibility accepted: IR(ME)R entitlement, Orrery camera 4",
        byName: "Amara Okafor",
        at: accepted.acceptedAt,
        kind: "authority",
      },
      { title: "Authorised by the employer: IR(ME)R entitlement, Orrery camera 4" },
    ]);
    expect(new Set(timeline.map(({ id }) => id)).size).toBe(2);
  });
  test("and its end, by whoever recorded that, with its last day and the reason", () => {
    const reason = "Moved to another post";
    const end = { at: "2026-05-01T08:00:00.000Z", byName: "Dev Anand", reason };
    const ended = { ...grant, validUntil: "2026-06-01", ended: end };
    expect(timelineOf({ ...nothing, authorities: [ended] })).toMatchObject([
      {
        title: "Authority ended, last day 31 May 2026: IR(ME)R entitlement",
        byName: "Dev Anand",
        detail: "IRMER-7\nMoved to another post",
        at: ended.ended.at,
      },
      {
        title: "Authorised by the employer: IR(ME)R entitlement",
        byName: "Eira Vaughan",
        at: grant.grantedAt,
      },
    ]);
  });
  test("and that it was taken back, where it never held", () => {
    const ended = { at: "2026-03-01T08:00:00.000Z", byName: "Dev Anand", reason: null };
    const [latest] = timelineOf({
      ...nothing,
      authorities: [{ ...grant, validUntil: "2026-03-02", ended }],
    }).filter(({ id }) => id.endsWith("-ended"));
    expect(latest).toMatchObject({
      title: "Authority taken back: IR(ME)R entitlement",
      detail: "IRMER-7",
    });
  });
});

describe("practice in the timeline", () => {
  const practice = {
    id: "practice",
    performances: 1,
    performedOn: "2026-03-02",
    state: "awaiting-confirmation",
    note: "In the morning",
    observerId: "bryn",
    observerName: "Bryn Calder",
    recordedById: "amara",
    recordedAt: "2026-03-02T09:00:00.000Z",
    answeredAt: null,
    answerReason: null,
    answerLate: false,
    withdrawnAt: null,
    withdrawnReason: null,
  };
  const told = (changes: Partial<typeof practice>) =>
    timelineOf({ ...nothing, practices: [{ ...practice, ...changes }] });

  test("is recorded by the person, or by whoever watched it", () => {
    const title = "Supervised practice of 2 March 2026 recorded";
    expect(told({})).toMatchObject([{ title, byName: "Amara Okafor", detail: "In the morning" }]);
    expect(told({ recordedById: "bryn" })).toMatchObject([{ title, byName: "Bryn Calder" }]);
  });

  test("is commented on by the person alone", () => {
    const comments = [{ id: "comment", text: "Twice", recordedAt: "2026-03-03T09:00:00.000Z" }];
    expect(timelineOf({ ...nothing, comments })).toMatchObject([{ byName: "Amara Okafor", detail: "Twice" }]);
  });
});
