import { describe, expect, test } from "vitest";
import { assessPractice, type PracticeFact } from "@/lib/evidence/rules";
import { shippedCompetencies } from "@/scripts/seed/plan/competencies";
import { practicePlanOf } from "@/scripts/seed/plan/practice";
import { chanceOf } from "@/scripts/seed/plan/random";

const competencies = [...shippedCompetencies().values()];

describe("the practice that is planned for a competency", () => {
  test.each(competencies.map((competency) => [competency.code, competency] as const))(
    "meets the rule of %s",
    (code, rule) => {
      const { sittings, days } = practicePlanOf(rule, chanceOf(code));
      const facts = sittings.map((sitting, index): PracticeFact => {
        const performedOn = `2026-01-${String(1 + sitting.day).padStart(2, "0")}`;
        return {
          ...sitting,
          id: String(index),
          performedOn:
            sitting.day < 31 ? performedOn : `2026-02-${String(sitting.day - 30).padStart(2, "0")}`,
          settingKind: sitting.settingKind ?? "ward",
          settingId: sitting.settingKind ?? "ward",
          equipmentId: null,
          outcome: "achieved",
          observerId: String(sitting.watcher),
          state: "confirmed",
          recordedAt: "2026-02-28T09:00:00.000Z",
        };
      });
      expect(assessPractice(rule, facts).needs.filter(({ met }) => !met)).toEqual([]);
      const last = sittings.at(-1);
      expect([last?.watcher, last?.day, last?.simulated]).toEqual([0, days, false]);
    },
  );
});
