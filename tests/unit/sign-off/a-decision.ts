import type { CompetencyRule } from "@/lib/competencies/rules";
import type { PracticeFact } from "@/lib/evidence/rules";
import type { DecisionFacts } from "@/lib/sign-off/decision/rules";

/** Confirmed practice of real work, watched by the signer. */
export function aPractice(more: Partial<PracticeFact> = {}): PracticeFact {
  return {
    id: "p1",
    performedOn: "2026-03-01",
    settingKind: "nuclear-medicine",
    settingId: "room",
    equipmentId: null,
    supervision: "direct",
    performances: 1,
    simulated: false,
    outcome: "achieved",
    observerId: "signer",
    state: "confirmed",
    recordedAt: "2026-03-01T12:00:00Z",
    ...more,
  };
}

/** A high-risk competency: two performances, two observers, two days. */
export function aRule(more: Partial<CompetencyRule> = {}): CompetencyRule {
  return {
    practice: {
      performancesRequired: 2,
      minObservers: 2,
      minDays: 2,
      settingKinds: [],
      directRequired: 2,
      indirectRequired: 0,
      stoppedResets: false,
      simulationFirst: false,
      directOnly: false,
      equipmentSpecific: false,
    },
    riskLevel: "high",
    finalAssessment: "direct-observation",
    signerProfessions: ["radiographer", "clinical-scientist"],
    theoryItemIds: ["t1"],
    prerequisiteIds: ["c0"],
    reassessMonths: 12,
    noticeDays: 60,
    needsEntitlement: true,
    needsScopeExtension: false,
    ...more,
  };
}

/** Facts under which every rule is met. */
export function aDecision(more: Partial<DecisionFacts> = {}): DecisionFacts {
  const seen = { requestVersion: 3, evidenceHash: "a".repeat(64) };
  return {
    on: "2026-03-03",
    ownerId: "owner",
    signerId: "signer",
    competencyTitle: "Daily checks of the gamma camera",
    rule: aRule(),
    registrations: [
      { id: "r1", body: "HCPC", profession: "radiographer", number: "RA000000", standing: "current" },
    ],
    assessor: { holdsAsAssessor: true, approved: false },
    theory: [{ id: "t1", name: "Radiation protection", doneOn: "2026-01-10" }],
    prerequisites: [{ id: "c0", title: "Hand hygiene", current: true }],
    practices: [aPractice(), aPractice({ id: "p2", performedOn: "2026-03-02", observerId: "colleague" })],
    exception: null,
    underReview: false,
    versionInForce: true,
    seen,
    current: seen,
    assessment: { kind: "direct-observation", practiceId: "p1" },
    ...more,
  };
}
