import type { RequirementKind } from "@/lib/competencies/rules";
import { addDays, type Dated, type IsoDate, laterOf } from "@/lib/platform/dates";
import type { Member } from "../rules";

/** What a team asks of a job role; null asks it of everybody. */
export interface Requirement extends Dated {
  competencyId: string;
  jobRole: string | null;
  kind: RequirementKind;
  /** By how many days after the start. */
  dueDays: number;
}

/** What is asked of a post in one competency; mandatory outranks optional where role and everybody are asked. */
export interface Asking {
  required: RequirementKind | null;
  mandatory: readonly Requirement[];
}

export const notAsked: Asking = { required: null, mandatory: [] };

/** What is asked of a job role and of everybody, column by column: worked out once for all who have the role. */
export function askingOf(requirements: readonly Requirement[], competencyIds: readonly string[]) {
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

/** The day by which a member has to hold what is asked: counted from when both the post and the requirement stood. */
export function dueOn(
  { validFrom, dueDays }: Pick<Requirement, "validFrom" | "dueDays">,
  member: Pick<Member, "validFrom">,
): IsoDate {
  return addDays(laterOf(validFrom, member.validFrom), dueDays);
}

/** The first day on which a member is late with what is mandatory; null where they are not. */
export function overdueSinceOf(
  mandatory: readonly Requirement[],
  member: Member,
  on: IsoDate,
): IsoDate | null {
  const [earliest] = mandatory.map((requirement) => dueOn(requirement, member)).sort();
  return earliest !== undefined && earliest < on ? addDays(earliest, 1) : null;
}
