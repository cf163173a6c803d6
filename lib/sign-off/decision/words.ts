import { practiceNeedsSentence } from "@/lib/evidence/words";
import { type Profession, professions } from "@/lib/people/registration-numbers";
import { professionWords } from "@/lib/people/words";
import type { RefusalParams } from "@/lib/platform/refusals";
import type { AssessmentFault } from "@/lib/sign-off/assessment/rules";
import type { CheckCode, RemedyCode, RuleCheck } from "@/lib/sign-off/rules";

type Sentence = (params: RefusalParams) => string;

/** Each check in words to the signer: that it is met, or why it is not. */
export const checkWords: Record<CheckCode, { met: Sentence; unmet: Sentence }> = {
  "signer-not-owner": {
    met: () => "You are not signing your own competency",
    unmet: () => "This is your own competency, so you can't decide on it",
  },
  "signer-registered": {
    met: ({ standing, profession, body, number }) =>
      `You are on the ${body} register as a ${professionName(profession)}, number ${number}, ${standing === "current" ? "checked and current" : "with conditions that do not bear on assessing"}`,
    unmet: (params) => registrationFault(params),
  },
  "signer-may-assess": {
    met: ({ competencyTitle, basis }) =>
      basis === "holds"
        ? `You hold “${competencyTitle}” as an assessor`
        : `You are approved to assess “${competencyTitle}”`,
    unmet: ({ competencyTitle }) => `You are not recorded as an assessor of “${competencyTitle}” today`,
  },
  "theory-done": {
    met: ({ asked }) => (asked === 0 ? "No theory is asked for" : "All theory is done"),
    unmet: ({ missing }) => `Theory is still to be done: ${list(missing)}`,
  },
  "prerequisites-current": {
    met: ({ asked }) =>
      asked === 0 ? "No other competency is asked for first" : "The competencies asked for first are current",
    unmet: ({ missing }) => `Not current, and asked for first: ${list(missing)}`,
  },
  "practice-met": {
    met: ({ performances }) =>
      `Supervised practice is complete: ${count(performances, "performance")} asked for`,
    unmet: ({ missing }) =>
      missing === 1
        ? "One kind of supervised practice is still missing"
        : `${missing} kinds of supervised practice are still missing`,
  },
  "final-assessment": {
    met: ({ kind }) =>
      kind === "direct-observation"
        ? "You have named the practice that you watched as the final assessment"
        : "You have written down the discussion that was the final assessment",
    unmet: ({ kind, fault }) =>
      assessmentFaults[fault as AssessmentFault]?.(String(kind)) ?? "The final assessment is missing",
  },
  "second-observer": {
    met: ({ needed, excepted, exceptionReason }) => {
      if (!needed) return "Not a high-risk competency, so one observer can be enough";
      if (excepted)
        return `Nobody else has watched, and the clinical lead has approved an exception: ${exceptionReason}`;
      return "Somebody besides you has watched the practice that counts";
    },
    unmet: () =>
      "This is a high-risk competency, and nobody besides you has watched the practice that counts",
  },
  "request-as-seen": {
    met: () => "The request is as you saw it",
    unmet: () => "The request has changed since you opened it",
  },
  "evidence-as-seen": {
    met: () => "The evidence is as you saw it",
    unmet: () => "The evidence has changed since you opened this page",
  },
  "not-under-review": {
    met: () => "No suspension or restriction of this competency stands",
    unmet: () => "This competency is suspended or restricted, pending review",
  },
  "version-in-force": {
    met: ({ competencyTitle }) => `This version of “${competencyTitle}” is in force`,
    unmet: ({ competencyTitle }) => `This version of “${competencyTitle}” is no longer in force`,
  },
};

/** What would meet a check, as something that somebody can do. */
export const remedyWords: Record<RemedyCode, Sentence> = {
  "another-signer": () => "Another supervisor who is eligible can take this request over",
  "check-register": () => "Ask the education lead to check the register and record it. It takes two clicks",
  "clear-conditions": () => "Ask the education lead to record whether the conditions bear on assessing",
  "approve-assessor": () =>
    "Ask the education lead to approve you as an assessor, or let an approved colleague take it over",
  "do-theory": () => "Return the request and name the theory, or wait until it is recorded",
  "hold-prerequisites": () => "Return the request. It can be signed off once those competencies are",
  "more-practice": ({ toConfirm }) =>
    typeof toConfirm === "number" && toConfirm > 0
      ? `Confirm the practice that you watched first: ${count(toConfirm, "record")} of this request ${toConfirm === 1 ? "waits" : "wait"} for you`
      : "Return the request and name the practice that is missing",
  "name-watched-practice": () =>
    "Name practice that you watched and confirmed yourself, of real work, achieved without prompting",
  "write-note": () => "Write what you discussed and what it showed",
  "second-observer-or-exception": ({ approvers }) =>
    `Ask a colleague to watch and confirm once more. In a small team the education lead${oneOf(approvers)} can approve a dated exception, on the page Set-up, Exceptions`,
  "look-again": () => "Look at it again, then decide on what is there now",
  "reinstate-first": () =>
    "Reassess them and reinstate the competency on its page first. If that is not yet possible, return the request",
  "ask-under-new-version": () => "Return the request. They can ask again under the version in force",
};

/** The line of the decision page; for practice it says which kind is missing. */
export function checkSentence({ code, met, params, needs }: RuleCheck): string {
  if (needs) return `Supervised practice is still missing: ${practiceNeedsSentence(needs)}`;
  return checkWords[code][met ? "met" : "unmet"](params);
}

/** What would meet the check; null where it is met. */
export function remedySentence({ remedy, params }: RuleCheck): string | null {
  return remedy ? remedyWords[remedy](params) : null;
}

const assessmentFaults: Record<AssessmentFault, (kind: string) => string> = {
  "not-given": (kind) =>
    kind === "direct-observation"
      ? "You have not named the practice that is the final assessment"
      : "You have not written down the discussion that is the final assessment",
  "other-kind": (kind) =>
    kind === "direct-observation"
      ? "The final assessment has to be practice that you watched"
      : "The final assessment has to be a professional discussion",
  "not-in-evidence": () => "The practice that you named is not part of this request",
  "not-watched-by-signer": () => "Somebody else watched the practice that you named",
  "not-confirmed": () => "The practice that you named is not confirmed",
  simulated: () => "The practice that you named was simulated",
  "not-achieved": () => "The practice that you named was prompted or stopped",
  "not-counted": () => "The practice that you named does not count under the practice rule",
  "no-note": () => "The note of your discussion is empty",
};

function registrationFault({ standing, body, number, professions: accepted }: RefusalParams): string {
  const entry = `Your ${body} registration ${number}`;
  switch (standing) {
    case "check-due":
      return `${entry} has to be checked again: the day up to which the last check counts has passed`;
    case "unchecked":
      return `${entry} has never been checked against the register`;
    case "conditional":
      return `${entry} has conditions, and nobody has recorded that they do not bear on assessing`;
    case "lapsed":
      return `${entry} was looked up and has lapsed`;
    default:
      return `This competency is signed off by these professions: ${list(names(accepted))}. You have no registration as one of them`;
  }
}

function names(accepted: RefusalParams[string] | undefined): string[] {
  return Array.isArray(accepted) ? accepted.map((one) => professionName(one)) : [];
}

function professionName(code: unknown): string {
  const known = String(code);
  return known in professions
    ? professionWords[known as Profession].toLowerCase()
    : known.replaceAll("-", " ");
}

/** Who it is, where they are known: ", Ada Byron or Grace Lister,". */
function oneOf(names: RefusalParams[string] | undefined): string {
  return Array.isArray(names) && names.length > 0 ? `, ${names.join(" or ")},` : "";
}

function list(items: RefusalParams[string] | undefined): string {
  return Array.isArray(items) ? items.join(", ") : "";
}

function count(number: unknown, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
