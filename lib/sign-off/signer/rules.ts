import { mayRegistrationSign, type RegistrationStanding } from "@/lib/people/rules";
import { type RemedyCode, type RuleCheck, ruleCheck } from "@/lib/sign-off/rules";

/** A registration of the signer, as it stood on the day of the decision. */
export interface SignerRegistration {
  id: string;
  body: string;
  profession: string;
  number: string;
  standing: RegistrationStanding;
}

/** What rules 1 and 2 look at; a reinstatement asks for the same. */
export interface SignerFacts {
  ownerId: string;
  signerId: string;
  competencyTitle: string;
  /** Only the professions that may sign are read. */
  rule: { signerProfessions: readonly string[] };
  registrations: readonly SignerRegistration[];
  assessor: { holdsAsAssessor: boolean; approved: boolean };
}

/** The nearest to being able to sign comes first: it names the shortest way out. */
const nearestFirst: readonly RegistrationStanding[] = [
  "current",
  "conditional-cleared",
  "check-due",
  "unchecked",
  "conditional",
  "lapsed",
];

const standingRemedy: Record<RegistrationStanding, RemedyCode> = {
  current: "another-signer",
  "conditional-cleared": "another-signer",
  "check-due": "check-register",
  unchecked: "check-register",
  conditional: "clear-conditions",
  lapsed: "another-signer",
};

/** The registration that a signature rests on: of an accepted profession, the one that stands best. */
export function signingRegistration({ rule, registrations }: SignerFacts): SignerRegistration | null {
  const accepted = registrations.filter(({ profession }) => rule.signerProfessions.includes(profession));
  const [best] = [...accepted].sort(
    (a, b) => nearestFirst.indexOf(a.standing) - nearestFirst.indexOf(b.standing) || (a.id < b.id ? -1 : 1),
  );
  return best ?? null;
}

/** In which capacity somebody signs: their profession, and what makes them an assessor of it. */
export function capacityOf(facts: SignerFacts): string {
  const basis = facts.assessor.approved ? "approved assessor" : "holder of the competency";
  return `${signingRegistration(facts)?.profession.replaceAll("-", " ") ?? "unregistered"}, ${basis}`;
}

/** Rules 1 and 2: is this person eligible to decide on this competency today? */
export function checkSigner(facts: SignerFacts): RuleCheck[] {
  const { assessor, competencyTitle } = facts;
  const mayAssess = assessor.holdsAsAssessor || assessor.approved;
  const basis = assessor.holdsAsAssessor ? "holds" : assessor.approved ? "approved" : null;
  return [
    ruleCheck(1, "signer-not-owner", facts.signerId !== facts.ownerId, {}, "another-signer"),
    checkRegistration(facts),
    ruleCheck(2, "signer-may-assess", mayAssess, { competencyTitle, basis }, "approve-assessor"),
  ];
}

function checkRegistration(facts: SignerFacts): RuleCheck {
  const best = signingRegistration(facts);
  const params = {
    standing: best?.standing ?? null,
    body: best?.body ?? null,
    number: best?.number ?? null,
    profession: best?.profession ?? null,
    professions: facts.rule.signerProfessions,
  };
  const met = best !== null && mayRegistrationSign(best.standing);
  return ruleCheck(
    1,
    "signer-registered",
    met,
    params,
    best ? standingRemedy[best.standing] : "another-signer",
  );
}
