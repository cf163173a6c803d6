import { practiceNeedSentence } from "@/lib/evidence/words";
import { formatDate } from "@/lib/platform/dates";
import type { RefusalParams } from "@/lib/platform/refusals";
import type { NextStep, NextStepCode, StepHolder } from "./rules";

type Sentence = (params: RefusalParams) => string;

/** Spoken to the person whose competency it is. */
export const nextStepWords: Record<NextStepCode, Sentence> = {
  "adopt-version": () => "No version of this competency is in force. The education lead has to publish one",
  "name-supervisor": () => "You have no supervisor for this yet. The education lead has to name one",
  "check-registration": ({ name }) =>
    `${name} can sign once the education lead has checked the register. It takes two clicks`,
  decide: ({ name }) => `${name} decides on your request`,
  "answer-return": ({ missing }) =>
    `Your request came back. What is missing: ${missing ?? "see the request"}`,
  "do-theory": ({ name, more }) =>
    `Do the theory: ${name}${typeof more === "number" && more > 0 ? `, and ${more} more` : ""}`,
  "hold-prerequisite": ({ title }) => `Get “${title}” signed off first`,
  "confirm-practice": ({ count, observerName }) =>
    count === 1
      ? `${observerName} confirms the practice that you recorded`
      : `${observerName} and others confirm the ${count} records of practice that you made`,
  "record-practice": () => "Record more supervised practice",
  "submit-draft": ({ name }) => `Send your request to ${name}`,
  ask: ({ name }) => `Everything is there. Ask ${name} for sign-off`,
  "accept-authority": () => "Read what you are authorised to do, and accept the responsibility",
  "grant-authority": () =>
    "You are signed off. An authoriser has to entitle you before you do this on your own",
  "plan-renewal": ({ name, expiresOn }) =>
    `Plan the renewal${withName(name)}: this is valid until ${day(expiresOn)}`,
  "sign-off-again": ({ name, expiresOn }) =>
    `This was valid until ${day(expiresOn)}. Work under supervision, and agree${withName(name)} how to be signed off again`,
  "review-suspension": ({ name }) =>
    `${name ?? "Your supervisor"} reassesses you. Until then, don't do this task`,
  "review-restriction": ({ name }) =>
    `${name ?? "Your supervisor"} reassesses you. Until then, keep to the limits set`,
};

export const holderWords: Record<StepHolder, string> = {
  you: "You",
  observer: "Who watched",
  supervisor: "Your supervisor",
  authoriser: "An authoriser",
  lead: "The education lead",
};

/** The next step in a sentence. */
export function nextStepSentence({ code, params, need }: NextStep): string {
  if (need) return `Record supervised practice: ${practiceNeedSentence(need)}`;
  return nextStepWords[code](params);
}

function day(expiresOn: RefusalParams[string] | undefined): string {
  return typeof expiresOn === "string" ? formatDate(expiresOn) : "an earlier day";
}

function withName(name: RefusalParams[string] | undefined): string {
  return typeof name === "string" ? ` with ${name}` : "";
}
