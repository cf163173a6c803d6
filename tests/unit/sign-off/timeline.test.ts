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
  test("and its end, by whoever recorded that", () => {
    const ended = { ...grant, ended: { at: "2026-05-01T08:00:00.000Z", byName: "Dev Anand" } };
    expect(timelineOf({ ...nothing, authorities: [ended] })).toMatchObject([
      {
        title: "Authority ended by the employer: IR(ME)R entitlement",
        byName: "Dev Anand",
        at: ended.ended.at,
      },
      {
        title: "Authorised by the employer: IR(ME)R entitlement",
        byName: "Eira Vaughan",
        at: grant.grantedAt,
      },
    ]);
  });
});
