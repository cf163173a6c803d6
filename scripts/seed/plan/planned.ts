import type { TrustKey } from "@/db/seed/demo/trusts";
import type { Role } from "@/lib/auth/actor";
import type {
  AdoptFrameworkInput,
  AssessorApprovalInput,
  CoverInput,
  RequirementInput,
} from "@/lib/competencies/schema";
import type {
  DirectPracticeInput,
  PracticeCommentInput,
  PracticeInput,
  PracticeResponseInput,
  PracticeWithdrawalInput,
  TheoryCompletionInput,
} from "@/lib/evidence/schema";
import type {
  EquipmentInput,
  JobRoleInput,
  SettingInput,
  SiteInput,
  TeamInput,
} from "@/lib/people/places/commands";
import type { RegistrationInput } from "@/lib/people/registrations/commands";
import type { RoleInput } from "@/lib/people/roles/commands";
import type { ConditionClearanceInput, RegistrationCheckInput } from "@/lib/people/schema";
import type { MembershipInput, StaffMemberInput } from "@/lib/people/staff/commands";
import type { SupervisionInput } from "@/lib/people/supervision/commands";
import type { IsoDate } from "@/lib/platform/dates";
import type { Decision } from "@/lib/sign-off/decision/schema";
import type {
  AcceptAuthorityInput,
  EntitlementInput,
  ExceptionInput,
  ReinstateInput,
  RequestInput,
  RestrictInput,
  ResubmitInput,
  SuspendInput,
  TakeOverInput,
  VoidInput,
  WithdrawInput,
} from "@/lib/sign-off/schema";

type WithoutHash<Each> = Each extends unknown ? Omit<Each, "seenEvidenceHash"> : never;

/** The inputs of the commands that a history is made of. An identifier may be a `ref`, filled in as it runs. */
export interface Inputs {
  addSite: SiteInput;
  addSetting: SettingInput;
  addEquipment: EquipmentInput;
  addTeam: TeamInput;
  addJobRole: JobRoleInput;
  addStaffMember: StaffMemberInput;
  startMembership: MembershipInput;
  giveRole: RoleInput;
  startSupervision: SupervisionInput;
  recordRegistration: RegistrationInput;
  recordRegistrationCheck: RegistrationCheckInput;
  clearConditions: ConditionClearanceInput;
  adoptFramework: AdoptFrameworkInput;
  setRequirement: RequirementInput;
  setCover: CoverInput;
  approveAssessor: AssessorApprovalInput;
  recordTheory: TheoryCompletionInput;
  recordPractice: PracticeInput & { submit: boolean };
  correctPractice: PracticeInput & { submit: boolean; practiceId: string };
  recordWatchedPractice: DirectPracticeInput;
  answerPractice: PracticeResponseInput;
  withdrawPractice: PracticeWithdrawalInput;
  commentOnPractice: PracticeCommentInput;
  requestSignOff: RequestInput;
  resubmitSignOff: ResubmitInput;
  withdrawRequest: WithdrawInput;
  takeOverRequest: TakeOverInput;
  /** What the signer is shown is read as it runs: whose competency it is tells where. */
  decideSignOff: WithoutHash<Decision> & { staffId: string; competencyId: string };
  suspendHolding: SuspendInput;
  restrictHolding: RestrictInput;
  /** What is lifted is read as it runs, as is the signature that is voided. */
  reinstateHolding: Omit<ReinstateInput, "seenEventId" | "password">;
  voidSignOff: Omit<VoidInput, "signatureId" | "password"> & { staffId: string; competencyId: string };
  approveException: ExceptionInput;
  draftRequest: RequestInput;
  grantAuthority: EntitlementInput;
  acceptAuthority: AcceptAuthorityInput;
}

export type CommandName = keyof Inputs;

/** One command: when, by whom, and under which name its result is known afterwards. */
export type PlannedCommand = {
  [Name in CommandName]: { name: Name; input: Inputs[Name]; at: string; by: string; as?: string };
}[CommandName];

export interface PlannedRegistration {
  profession: string;
  number: string;
}

/** A place of work: one staff member of one trust. */
export interface PlannedPerson {
  key: string;
  trust: TrustKey;
  name: string;
  email: string;
  /** Shown on the sign-in page; null for those whom visitors do not sign in as. */
  label: string | null;
  employeeNumber: string;
  team: string | null;
  post: string;
  band: string;
  shift: "any" | "days" | "nights" | "weekends";
  startedOn: IsoDate;
  /** The day on which the trust records them: the first of all, or when they start. */
  recordedOn: IsoDate;
  roles: { role: Role; team: string | null; validUntil: IsoDate | null }[];
  registration: PlannedRegistration | null;
}

export interface Supervision {
  supervisor: string;
  learner: string;
  from: IsoDate;
}

export interface DemoPlan {
  anchor: string;
  beganAt: string;
  people: PlannedPerson[];
  supervisions: Supervision[];
  /** One after the other: what all that follows needs. Streams within a phase do not touch each other. */
  phases: { title: string; streams: PlannedCommand[][] }[];
}

/** An identifier that is not known until the command that makes it has run; refs are per trust. */
export const ref = (kind: string, key: string) => `@${kind}:${key}`;
