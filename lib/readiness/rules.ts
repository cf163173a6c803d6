import type { RequirementKind } from "@/lib/competencies/rules";
import type { ShiftPattern } from "@/lib/people/rules";
import { addDays, type Dated, type IsoDate, isInForce } from "@/lib/platform/dates";
import { type AuthorityStatus, hasAuthority } from "@/lib/sign-off/authority/rules";
import { isHeld, type PlainStatus } from "@/lib/sign-off/holding/status/rules";
import { PairMap } from "./pairs/rules";

/** The four words of the skills matrix. */
export type MatrixWord = "current" | "due" | "not current" | "training";

/** What a team asks of a job role; null asks it of everybody. */
export interface Requirement extends Dated {
  competencyId: string;
  jobRole: string | null;
  kind: RequirementKind;
  /** By how many days after the start. */
  dueDays: number;
}

/** How many current holders a team needs; "any" counts all of them, whatever they work. */
export interface Cover extends Dated {
  competencyId: string;
  shiftPattern: ShiftPattern;
  minimum: number;
}

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
  cells: readonly CellFact[];
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

export interface CoverLine {
  competencyId: string;
  shiftPattern: ShiftPattern;
  minimum: number;
  /** The staff members who count, in the order of the rows. */
  holders: string[];
  short: boolean;
  singleHolder: boolean;
  /** Members who may do it too but usually work another shift. */
  onOtherShifts: number;
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

/** Does this holder count towards cover? Only who may do it on the day without a limit: "current" or "due". */
export function countsForCover({ status, authority }: Pick<CellFact, "status" | "authority">): boolean {
  return isHeld(status) && hasAuthority(authority);
}

/** A team on a day, from facts alone. Cells are those of that day; people, requirements and cover are dated. */
export function assessReadiness(facts: ReadinessFacts, on: IsoDate): Readiness {
  const requirements = facts.requirements.filter((requirement) => isInForce(requirement, on));
  const covers = facts.covers.filter((cover) => isInForce(cover, on));
  const people = facts.people.filter((member) => isInForce(member, on));
  const competencyIds = [...new Set([...requirements, ...covers].map(({ competencyId }) => competencyId))];
  const cells = new PairMap<CellFact>();
  for (const cell of facts.cells) cells.set(cell.staffId, cell.competencyId, cell);
  const askedOf = askingOf(requirements, competencyIds);
  const rows = people.map((member) => {
    const own = cells.row(member.staffId);
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
    cover: covers.map((cover) => coverLine(cover, people, cells)),
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

function coverLine(
  { competencyId, shiftPattern, minimum }: Cover,
  people: readonly Member[],
  cells: PairMap<CellFact>,
): CoverLine {
  const able = people.filter((member) => {
    const cell = cells.get(member.staffId, competencyId);
    return cell !== undefined && countsForCover(cell);
  });
  const holders = eachOnce(able.filter((member) => works(member, shiftPattern)));
  return {
    competencyId,
    shiftPattern,
    minimum,
    holders,
    short: holders.length < minimum,
    singleHolder: holders.length === 1,
    onOtherShifts: eachOnce(able).length - holders.length,
  };
}

/** Somebody with two posts is one person. */
function eachOnce(people: readonly Member[]): string[] {
  return [...new Set(people.map(({ staffId }) => staffId))];
}

function works({ shiftPattern }: Member, wanted: ShiftPattern): boolean {
  return wanted === "any" || shiftPattern === null || shiftPattern === "any" || shiftPattern === wanted;
}

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

/** What is asked of a post in one competency; mandatory outranks optional where role and everybody are asked. */
interface Asking {
  required: RequirementKind | null;
  mandatory: readonly Requirement[];
}

const notAsked: Asking = { required: null, mandatory: [] };

/** What is asked of a job role and of everybody, column by column: worked out once for all who have the role. */
function askingOf(requirements: readonly Requirement[], competencyIds: readonly string[]) {
  const known = new Map<string | null, Asking[]>();
  const columnsOf = (jobRole: string | null): Asking[] => {
    const ofRole = requirements.filter((one) => one.jobRole === null || one.jobRole === jobRole);
    return competencyIds.map((id) => askingIn(ofRole.filter(({ competencyId }) => competencyId === id)));
  };
  return (jobRole: string | null): readonly Asking[] => {
    const columns = known.get(jobRole) ?? columnsOf(jobRole);
    known.set(jobRole, columns);
    return columns;
  };
}

function askingIn(asked: readonly Requirement[]): Asking {
  const mandatory = asked.filter(({ kind }) => kind === "mandatory");
  return { required: mandatory[0]?.kind ?? asked[0]?.kind ?? null, mandatory };
}

const neverSignedOff: readonly PlainStatus[] = [
  "not-started",
  "working-towards",
  "ready-to-request",
  "awaiting-decision",
];

/** The day by which a member has to hold what is asked: counted from when both the post and the requirement stood. */
export function dueOn(
  { validFrom, dueDays }: Pick<Requirement, "validFrom" | "dueDays">,
  member: Pick<Member, "validFrom">,
): IsoDate {
  return addDays(validFrom < member.validFrom ? member.validFrom : validFrom, dueDays);
}

function overdueSinceOf(mandatory: readonly Requirement[], member: Member, on: IsoDate): IsoDate | null {
  const [earliest] = mandatory.map((requirement) => dueOn(requirement, member)).sort();
  return earliest !== undefined && earliest < on ? addDays(earliest, 1) : null;
}
