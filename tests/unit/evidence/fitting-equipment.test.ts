import { describe, expect, test } from "vitest";
import { fittingEquipment, settingCounts } from "@/lib/evidence/places/rules";
import { aRule } from "./practice-facts";

const settings = [
  { siteId: "hospital", kind: "nuclear-medicine" as const },
  { siteId: "hospital", kind: "ward" as const },
  { siteId: "clinic", kind: "clinic" as const },
];
const [camera, meter] = [
  { id: "camera", siteId: "hospital" },
  { id: "meter", siteId: "clinic" },
];
const fits = (rule: Parameters<typeof aRule>[0]) =>
  fittingEquipment(aRule(rule), [camera, meter], settings).map(({ id }) => id);

describe("which equipment a competency can be practised on", () => {
  test("none, where it is not held for named equipment", () => expect(fits({})).toEqual([]));
  test("all, where practice counts anywhere", () =>
    expect(fits({ equipmentSpecific: true })).toEqual(["camera", "meter"]));
  test("only what is at a site with a place where practice counts", () => {
    expect(fits({ equipmentSpecific: true, settingKinds: ["nuclear-medicine"] })).toEqual(["camera"]);
    expect(fits({ equipmentSpecific: true, settingKinds: ["clinic", "home"] })).toEqual(["meter"]);
    expect(fits({ equipmentSpecific: true, settingKinds: ["theatre"] })).toEqual([]);
  });
  test("a kind of place counts where none is named, or where it is", () => {
    expect(settingCounts({ settingKinds: [] }, "ward")).toBe(true);
    expect(settingCounts({ settingKinds: ["ward"] }, "ward")).toBe(true);
    expect(settingCounts({ settingKinds: ["home"] }, "ward")).toBe(false);
  });
});
