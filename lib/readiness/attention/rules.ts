import { addDays, type IsoDate } from "@/lib/platform/dates";
import { isHeld } from "@/lib/sign-off/holding/status/rules";
import type { CoverLine } from "../cover/rules";
import type { MatrixCell, Readiness } from "../rules";

/** What needs somebody to act, most pressing first. */
export type Attention =
  | { kind: "short"; line: CoverLine }
  /** If nobody acts, cover is short from this day on. */
  | { kind: "will-be-short"; line: CoverLine; from: IsoDate }
  | { kind: "overdue"; cells: number; staffIds: string[] }
  | { kind: "not-current"; cells: number; staffIds: string[] }
  /** Signed off, and not counting until the employer and the person have done their part. */
  | { kind: "awaiting-authority"; cells: number; staffIds: string[] }
  | { kind: "single-holder"; line: CoverLine; holderId: string }
  | { kind: "running-out"; within30: number };

/** What a manager should see before the table. */
export function attentionOf(readiness: Readiness): Attention[] {
  return [
    ...readiness.cover.filter(({ short }) => short).map((line) => ({ kind: "short" as const, line })),
    ...willBeShort(readiness),
    ...overdue(readiness),
    ...gapsOf(readiness, "not-current", (cell) => !isSignedOff(cell) && cell.overdueSince === null),
    ...gapsOf(readiness, "awaiting-authority", isSignedOff),
    ...singleHolders(readiness.cover),
    ...runningOut(readiness),
  ];
}

/** Cover that is enough today, and will not be within 90 days because too many sign-offs run out. */
function willBeShort({ cover, expiring }: Readiness): Attention[] {
  return cover
    .filter(({ short }) => !short)
    .flatMap((line) => {
      const ends = expiring.within90
        .filter(
          ({ competencyId, staffId }) => competencyId === line.competencyId && line.holders.includes(staffId),
        )
        .map(({ expiresOn }) => expiresOn);
      const spare = line.holders.length - line.minimum;
      const lastGoodDay = ends[spare];
      return lastGoodDay ? [{ kind: "will-be-short" as const, line, from: addDays(lastGoodDay, 1) }] : [];
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Mandatory competencies that were never signed off and were due before the day. */
function overdue({ rows }: Readiness): Attention[] {
  const late = rows.flatMap(({ staffId, cells }) =>
    cells.filter(({ overdueSince }) => overdueSince !== null).map(() => staffId),
  );
  return late.length > 0 ? [{ kind: "overdue", cells: late.length, staffIds: [...new Set(late)] }] : [];
}

/** Mandatory competencies that are not current, as far as one thing is to be done about them. */
function gapsOf(
  { rows }: Readiness,
  kind: "not-current" | "awaiting-authority",
  isOne: (cell: MatrixCell) => boolean,
): Attention[] {
  const gaps = rows.flatMap(({ staffId, cells }) =>
    cells
      .filter((cell) => cell.required === "mandatory" && cell.word === "not current" && isOne(cell))
      .map(() => staffId),
  );
  return gaps.length > 0 ? [{ kind, cells: gaps.length, staffIds: [...new Set(gaps)] }] : [];
}

function isSignedOff({ status }: MatrixCell): boolean {
  return isHeld(status);
}

/** Once a competency: one person on nights who is also the only one at all is one worry. */
function singleHolders(cover: readonly CoverLine[]): Attention[] {
  const seen = new Set<string>();
  return [...cover]
    .sort((a, b) => Number(b.shiftPattern === "any") - Number(a.shiftPattern === "any"))
    .flatMap((line) => {
      const [holderId] = line.holders;
      const key = `${line.competencyId} ${holderId}`;
      if (line.short || !line.singleHolder || !holderId || seen.has(key)) return [];
      seen.add(key);
      return [{ kind: "single-holder" as const, line, holderId }];
    });
}

function runningOut({ expiring }: Readiness): Attention[] {
  const within30 = expiring.within30.length;
  return within30 > 0 ? [{ kind: "running-out", within30 }] : [];
}
