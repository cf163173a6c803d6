import type { RequirementKind } from "@/lib/competencies/rules";
import type { ShiftPattern } from "@/lib/people/rules";
import { addDays, type Dated, type IsoDate, isInForce } from "@/lib/platform/dates";
import { type AuthorityStatus, hasAuthority } from "@/lib/sign-off/authority/rules";
import { isHeld, type PlainStatus } from "@/lib/sign-off/holding/status/rules";
import { type Cover, type CoverLine, coverLine } from "./cover/rules";
import type { PairMap } from "./pairs/rules";
import { type Asking, askingOf, notAsked, overdueSinceOf, type Requirement } from "./requirements/rules";

/** The four words of the skills matrix. */
export type MatrixWord = "current" | "due" | "not current" | "training";

/** A post in the team: somebody with two has two rows and counts once. Shift pattern null or "any" counts towards every pattern. */
export interface Member extends Dated {
  staffId: string;
  name: string;
  jobRole: string | null;
  shiftPattern: ShiftPattern | null;
}

/** How one person stands in one competency on the day; a missing cell means that nothing was started. */
export interface CellFact {
  staffId: string;
  competencyId: string;
  /** As if what was signed in error had never been signed: the error is not for every reader. */
  status: PlainStatus;
  authority: AuthorityStatus;
  expiresOn: IsoDate | null;
}

export interface ReadinessFacts {
  requirements: readonly Requirement[];
  covers: readonly Cover[];
  people: readonly Member[];
  cells: PairMap<CellFact>;
}

export interface MatrixCell {
  competencyId: string;
  required: RequirementKind | null;
  /** Null: neither asked of this person nor started. */
  word: MatrixWord | null;
  status: PlainStatus;
  authority: AuthorityStatus;
  expiresOn: IsoDate | null;
  /** The first day after the due day of what is mandatory and was never signed off; null where nothing is overdue. */
  overdueSince: IsoDate | null;
}

export interface MatrixRow {
  staffId: string;
  name: string;
  cells: MatrixCell[];
}

export interface Expiring {
  staffId: string;
  competencyId: string;
  expiresOn: IsoDate;
}

export interface Readiness {
  /** The columns: every competency that is required or covered on the day, in the order given. */
  competencyIds: string[];
  rows: MatrixRow[];
  cover: CoverLine[];
  /** Each list contains the one before it; soonest first. */
  expiring: { within30: Expiring[]; within60: Expiring[]; within90: Expiring[] };
}

/**
 * The matrix answers "may they do it today?". Suspended, restricted, expired and signed off without authority
 * all read "not current": a limit can't be judged from a table, and the reason is not for everybody.
 */
export function matrixWord(status: PlainStatus, authority: AuthorityStatus): MatrixWord {
  if (isHeld(status)) {
    if (!hasAuthority(authority)) return "not current";
    return status === "renewal-due" ? "due" : "current";
  }
  const learning =
    status === "working-towards" || status === "ready-to-request" || status === "awaiting-decision";
  return learning ? "training" : "not current";
}

/** A team on a day, from facts alone. Cells are those of that day; people, requirements and cover are dated. */
export function assessReadiness(facts: ReadinessFacts, on: IsoDate): Readiness {
  const requirements = facts.requirements.filter((requirement) => isInForce(requirement, on));
  const covers = facts.covers.filter((cover) => isInForce(cover, on));
  const people = facts.people.filter((member) => isInForce(member, on));
  const competencyIds = [...new Set([...requirements, ...covers].map(({ competencyId }) => competencyId))];
  const askedOf = askingOf(requirements, competencyIds);
  const rows = people.map((member) => {
    const own = facts.cells.row(member.staffId);
    const asked = askedOf(member.jobRole);
    return {
      staffId: member.staffId,
      name: member.name,
      cells: competencyIds.map((id, column) =>
        matrixCell(id, own?.get(id), asked[column] ?? notAsked, { member, on }),
      ),
    };
  });
  return {
    competencyIds,
    rows,
    cover: covers.map((cover) => coverLine(cover, people, facts.cells)),
    expiring: expiringFrom(rows, on),
  };
}

function matrixCell(
  competencyId: string,
  fact: CellFact | undefined,
  { required, mandatory }: Asking,
  { member, on }: { member: Member; on: IsoDate },
): MatrixCell {
  const { status, authority, expiresOn } = fact ?? nothing;
  const word = status === "not-started" && !required ? null : matrixWord(status, authority);
  const overdueSince = neverSignedOff.includes(status) ? overdueSinceOf(mandatory, member, on) : null;
  return { competencyId, required, word, status, authority, expiresOn, overdueSince };
}

const nothing: Pick<CellFact, "status" | "authority" | "expiresOn"> = {
  status: "not-started",
  authority: "not-needed",
  expiresOn: null,
};

/** What is in date today and will not be in 30, 60 or 90 days if nobody acts; the last valid day counts as a day left. */
function expiringFrom(rows: readonly MatrixRow[], on: IsoDate): Readiness["expiring"] {
  const people = [...new Map(rows.map((row) => [row.staffId, row])).values()];
  const last90 = addDays(on, 90);
  const soon = people.flatMap(({ staffId, cells }) =>
    cells
      .filter(({ status, expiresOn }) => expiresOn !== null && expiresOn <= last90 && isHeld(status))
      .map(({ competencyId, expiresOn }) => ({ staffId, competencyId, expiresOn: expiresOn ?? on })),
  );
  const within = (days: number, among: Expiring[]) => {
    const last = addDays(on, days);
    return among.filter(({ expiresOn }) => expiresOn <= last);
  };
  const within90 = soon.sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : a.expiresOn > b.expiresOn ? 1 : 0));
  return { within30: within(30, within90), within60: within(60, within90), within90 };
}

const neverSignedOff: readonly PlainStatus[] = [
  "not-started",
  "working-towards",
  "ready-to-request",
  "awaiting-decision",
];
