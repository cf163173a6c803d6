import { practiceNeedSentence } from "@/lib/evidence/words";
import { formatDate } from "@/lib/platform/dates";
import type { RefusalParams } from "@/lib/platform/refusals";
import type { NextStep, NextStepCode, StepHolder } from "./rules";

/** Whom the sentence is spoken to: nobody stands for the person themselves. */
type Sentence = (params: RefusalParams, person: string | null) => string;

const sentences: Record<NextStepCode, Sentence> = {
  "adopt-version": () => "No version of this competency is in force. The education lead has to publish one",
  "name-supervisor": (_, person) =>
    `${person ? `${person} has` : "You have"} no supervisor for this yet. The education lead has to name one`,
  "check-registration": ({ name }) =>
    `${name} can sign once the education lead has checked the register. It takes two clicks`,
  decide: ({ name }, person) => `${name} decides on ${person ? "the" : "your"} request`,
  "answer-return": ({ missing }, person) =>
    `${person ? "The" : "Your"} request came back. What is missing: ${missing ?? "see the request"}`,
  "answer-decline": ({ name }, person) =>
    `The request was declined. ${person ?? "Talk"}${person ? " talks" : ""} with ${name ?? "whoever declined it"} about the reason before asking again`,
  "do-theory": ({ name, more }) =>
    `Do the theory: ${name}${typeof more === "number" && more > 0 ? `, and ${more} more` : ""}`,
  "hold-prerequisite": ({ title }) => `Get “${title}” signed off first`,
  "confirm-practice": ({ count, observerName }, person) =>
    count === 1
      ? `${observerName} confirms the practice that ${person ?? "you"} recorded`
      : `${observerName} and others confirm the ${count} records of practice that ${person ?? "you"} made`,
  "record-practice": () => "Record more supervised practice",
  "submit-draft": ({ name }, person) => `Send ${person ? "the" : "your"} request to ${name}`,
  ask: ({ name }) => `Everything is there. Ask ${name} for sign-off`,
  "accept-authority": () => "Read what is authorised, and accept the responsibility",
  "grant-authority": (_, person) =>
    person
      ? `${person} is signed off. An authoriser has to entitle them before they do this on their own`
      : "You are signed off. An authoriser has to entitle you before you do this on your own",
  "authority-ended": ({ endedOn }, person) =>
    person
      ? `The employer’s authority has not held since ${day(endedOn)}. ${person} does not do this on their own until an authoriser grants it again`
      : `Your employer’s authority has not held since ${day(endedOn)}. Don’t do this on your own until an authoriser grants it again`,
  renew: ({ name, expiresOn }) =>
    `Renew before ${day(expiresOn)} ends: ask ${name ?? "a supervisor"} for sign-off again`,
  "sign-off-again": ({ name, expiresOn }) =>
    `This was valid until ${day(expiresOn)}. Work under supervision, and agree${withName(name)} how to be signed off again`,
  "review-suspension": ({ name }, person) =>
    person
      ? `${name ?? "A supervisor"} reassesses ${person}, who does not do this task until then`
      : `${name ?? "Your supervisor"} reassesses you. Until then, don't do this task`,
  "review-restriction": ({ name }, person) =>
    person
      ? `${name ?? "A supervisor"} reassesses ${person}, who keeps to the limits set until then`
      : `${name ?? "Your supervisor"} reassesses you. Until then, keep to the limits set`,
  "reassess-first": ({ name }, person) =>
    person
      ? `${name ?? "A supervisor"} reassesses ${person} first, who works under supervision until then`
      : `${name ?? "Your supervisor"} reassesses you before you can ask for sign-off again. Until then, work under supervision`,
};

export const holderWords: Record<StepHolder, string> = {
  you: "You",
  observer: "Who watched",
  supervisor: "Your supervisor",
  authoriser: "An authoriser",
  lead: "The education lead",
};

/** The next step in a sentence, to the person whose competency it is; about them where `person` is named. */
export function nextStepSentence({ code, params, need }: NextStep, person: string | null = null): string {
  if (!need) return sentences[code](params, person);
  const practice = practiceNeedSentence(need);
  if (code !== "renew") return `Record supervised practice: ${practice}${awaiting(params)}`;
  return `Renew before ${day(params.expiresOn)} ends: record supervised practice, ${practice}`;
}

/** What is recorded already and needs nothing but an answer. */
function awaiting({ count, observerName }: RefusalParams): string {
  if (typeof count !== "number") return "";
  return count === 1
    ? `; 1 record awaits ${observerName}`
    : `; ${count} records await ${observerName} and others`;
}

function day(expiresOn: RefusalParams[string] | undefined): string {
  return typeof expiresOn === "string" ? formatDate(expiresOn) : "an earlier day";
}

function withName(name: RefusalParams[string] | undefined): string {
  return typeof name === "string" ? ` with ${name}` : "";
}
