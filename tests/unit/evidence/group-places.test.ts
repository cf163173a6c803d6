import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settingKinds } from "@/lib/competencies/rules";
import {
  groupEquipment,
  groupPlaces,
  matchesText,
  practisedAmong,
} from "@/lib/evidence/practice/choices/rules";

const ward = { id: "ward", kind: "ward", siteName: "South" } as const;
const clinic = { id: "clinic", kind: "clinic", siteName: "North" } as const;
const home = { id: "home", kind: "home", siteName: "North" } as const;
const all = [ward, clinic, home];

describe("places to choose from", () => {
  test("stand under their sites, by name", () => {
    expect(groupPlaces(all, [])).toEqual([
      { label: "North", places: [clinic, home] },
      { label: "South", places: [ward] },
    ]);
  });

  test("begin with what was used last, latest first", () => {
    expect(groupPlaces(all, ["home", "gone", "ward", "home"])).toEqual([
      { label: "Last used", places: [home, ward] },
      { label: "North", places: [clinic] },
    ]);
  });

  test("end with those where practice would not count, though they were used last", () => {
    expect(groupPlaces(all, ["ward"], { settingKinds: ["clinic"] })).toEqual([
      { label: "North", places: [clinic] },
      { label: "Practice here does not count", places: [ward, home] },
    ]);
  });

  test("are each there once, whatever was used", () => {
    const place = fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom(...settingKinds),
      siteName: fc.constantFrom("North", "South", "East"),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(place, { selector: ({ id }) => id }),
        fc.infiniteStream(fc.nat()),
        fc.subarray([...settingKinds]),
        (places, picks, kinds) => {
          const lastUsed = [...picks.take(6)].flatMap(
            (pick) => places[pick % (places.length || 1)]?.id ?? [],
          );
          const shown = groupPlaces(places, lastUsed, { settingKinds: kinds }).flatMap(
            (group) => group.places,
          );
          expect(shown.map(({ id }) => id).sort()).toEqual(places.map(({ id }) => id).sort());
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("equipment to choose from", () => {
  const camera = { id: "camera", siteName: "South" };
  const newCamera = { id: "new-camera", siteName: "North" };
  const meter = { id: "meter", siteName: "South" };
  const here = [camera, newCamera, meter];

  test("begins with what the competency has been practised on, and ends with the rest", () => {
    expect(groupEquipment(here, ["camera", "gone", "new-camera"], ["new-camera"])).toEqual([
      { label: "Last used", places: [newCamera] },
      { label: "South", places: [camera] },
      { label: "Other equipment here", places: [meter] },
    ]);
    expect(practisedAmong(here, ["camera", "gone"])).toEqual([camera]);
  });

  test("has no others where it has been practised on all", () => {
    const labels = groupEquipment(here, ["camera", "new-camera", "meter"], []).map(({ label }) => label);
    expect(labels).toEqual(["North", "South"]);
  });

  test("stands under its sites until anybody has practised it", () => {
    expect(groupEquipment(here, [], [])).toEqual([
      { label: "North", places: [newCamera] },
      { label: "South", places: [camera, meter] },
    ]);
  });
});

describe("a search", () => {
  test.each([
    ["vene", true],
    ["PUNCTURE vene", true],
    ["iv-01", true],
    ["vene suture", false],
  ])("for %j finds venepuncture: %j", (search, found) => {
    expect(matchesText(search, "Venepuncture", "IV-01")).toBe(found);
  });
});
