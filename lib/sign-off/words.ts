import { addDays, formatDate } from "@/lib/platform/dates";
import type { RefusalParams } from "@/lib/platform/refusals";
import { endAlreadySet } from "@/lib/sign-off/authority/words";
import { checkWords } from "@/lib/sign-off/decision/words";
import { checkCodes } from "@/lib/sign-off/rules";
import type { Outcome, RequestState } from "@/lib/sign-off/workflow";

type Sentence = (params: RefusalParams) => string;

/** A rule that stops a decision is refused in the words that the decision page uses. */
const ruleRefusals: Record<string, Sentence> = Object.fromEntries(
  checkCodes.map((code) => [code, checkWords[code].unmet]),
);

/** The sentence of every refusal that sign-off makes. */
export const signOffRefusals: Record<string, Sentence> = {
  ...ruleRefusals,
  "step-not-possible": ({ state }) =>
    `This request has moved on: it is now ${stateWord(state)}. Open it again to see what happened`,
  "request-not-found": () => "There is no such request, or you can't see it",
  "request-open": () =>
    "You have already asked for this competency to be signed off. Open your request to see where it is",
  "draft-sent": () => "This request is no longer a draft. Open it again to see where it is",
  "request-changed": () => "This request has changed since you opened it. Look at it again, then decide",
  "already-held": () =>
    "This competency is signed off and in date. You can ask again when its renewal is due",
  "under-review": () =>
    "This competency is under review. Your supervisor reassesses you before it is signed off again",
  "not-your-supervisor": () => "Select somebody who supervises you today",
  "nothing-to-restrict": () =>
    "This person does not hold this competency today, or it is suspended, so there is nothing to restrict",
  "equipment-not-held": () =>
    "The sign-off is not for this equipment. Select equipment that it is for, or leave this empty",
  "equipment-elsewhere": () =>
    "This equipment is at another site than the one that you selected. Leave one of the two empty",
  "equipment-not-practised": () =>
    "This person has no confirmed practice of this competency on that equipment. Select equipment that they have practised on, or any",
  "review-changed": () =>
    "Something has happened to this competency since you opened the page. Look at it again, then sign what is there now",
  "nothing-to-void": () => "Only a sign-off can be marked as signed in error. This signature granted nothing",
  "exception-exists": () => "An exception for this person and this competency is already in force",
  "exception-not-needed": () =>
    "This is not a high-risk competency, so one observer can be enough and no exception is needed",
  "exception-ends-too-soon": () => "Enter a last day that is today or later",
  "nothing-to-suspend": () =>
    "This person does not hold this competency today, so there is nothing to suspend",
  "not-suspended": () => "This competency is not suspended or restricted",
  "proof-expired": () => "You proved who you are too long ago. Enter your password again",
  "proof-of-another": () => "Somebody else proved who they are. Enter your own password",
  "authority-not-asked": () => "This competency asks for no such authorisation",
  "authority-not-found": () => "There is no such authorisation, or it is not yours",
  "authority-exists": () => "This person already has this authorisation on those dates",
  "authority-changed": () => "This authority has changed since you opened the page. Open the page again",
  "authority-ended": () => "This authority has ended. Ask whoever authorised it for a new one",
  "authority-has-held": ({ today }) =>
    `The person has accepted this authority and may have worked under it. The earliest last day is ${formatDate(addDays(String(today), -1))}`,
  "sign-off-voided": () => "The sign-off was voided. The person has to be signed off anew first",
  "authority-only-sooner": ({ until }) => endAlreadySet(String(until)),
  "authority-ends-before-it-begins": ({ validFrom }) =>
    `This authority begins on ${formatDate(String(validFrom))}. To take it back altogether, enter the day before that`,
  "already-accepted": () => "You have already accepted this responsibility",
  "exception-not-yours": () => "Only the education lead can approve an exception, and never for themselves",
  "event-not-found": () => "There is no such sign-off, or you can't see it",
  "already-voided": () => "This sign-off is already marked as signed in error",
  "not-own-request": () => "Only the person whose competency it is can do this",
  "own-sign-off": () => "You can't decide on your own competency. A colleague who supervises you has to",
  "not-supervisor": () =>
    "You don't supervise this person. Ask the education lead to add you as their supervisor",
  "no-longer-supervisor": () =>
    "You no longer supervise this person, so another supervisor has to take this request over",
  "already-addressed-to-you": () => "This request is already addressed to you. Open it to decide",
  "own-suspension": () => "You can't do this to your own competency. Ask your manager",
  "not-manager-or-supervisor": () => "Only the person's manager or supervisor can suspend a competency",
  "own-entitlement": () => "You can't entitle yourself. Another authoriser has to",
  "not-authoriser": () => "Only an authoriser for this person's team can entitle them",
  "own-void": () =>
    "You can't void anything in your own record. Ask the person who signed it or the education lead",
  "not-signer-or-lead": () => "Only the person who signed it or the education lead can void it",
};

export const requestStateWords: Record<RequestState, string> = {
  draft: "Draft",
  submitted: "Awaiting decision",
  approved: "Approved",
  returned: "Returned",
  declined: "Declined",
  withdrawn: "Withdrawn",
};

export const outcomeWords: Record<Outcome, { choice: string; done: string }> = {
  approve: { choice: "Approve: sign this competency off", done: "Approved" },
  return: { choice: "Return: say what is missing", done: "Returned" },
  decline: { choice: "Decline: give the reason", done: "Declined" },
};

/** What a signature under a decision means; it is shown above the password and hashed with the page. */
export function signatureStatement(outcome: Outcome, person: string, competencyTitle: string): string {
  const statements: Record<Outcome, string> = {
    approve: `I have assessed ${person}. In my professional judgement ${person} is competent in “${competencyTitle}” today, within the limits shown.`,
    return: `I have looked at the evidence that ${person} has given for “${competencyTitle}”. What I have named is still missing.`,
    decline: `I have looked at the evidence that ${person} has given for “${competencyTitle}”. I do not sign it off, for the reason that I have given.`,
  };
  return statements[outcome];
}

/** What a signature under a reinstatement means. */
export function reinstatementStatement(person: string, competencyTitle: string): string {
  return `I have reassessed ${person}. In my professional judgement ${person} is competent in “${competencyTitle}” today, and what was suspended or restricted is lifted.`;
}

function stateWord(state: RefusalParams[string] | undefined): string {
  const words: Record<string, string> = requestStateWords;
  return (words[String(state)] ?? String(state)).toLowerCase();
}
