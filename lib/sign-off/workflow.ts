import type { Workflow } from "@/lib/platform/workflow";

/** The states of a sign-off request; the CHECK in the database is made from this list. */
export const requestStates = ["draft", "submitted", "approved", "returned", "declined", "withdrawn"] as const;

export type RequestState = (typeof requestStates)[number];

/** Every step of a request. Submitting a returned request opens a new round; earlier rounds stay. */
export const requestWorkflow = {
  draft: { from: ["draft"], to: "draft" },
  submit: { from: ["draft", "returned"], to: "submitted" },
  "take-over": { from: ["submitted"], to: "submitted" },
  approve: { from: ["submitted"], to: "approved" },
  return: { from: ["submitted"], to: "returned" },
  decline: { from: ["submitted"], to: "declined" },
  withdraw: { from: ["draft", "submitted", "returned"], to: "withdrawn" },
} as const satisfies Workflow<RequestState>;

export type RequestStep = keyof typeof requestWorkflow;

export const requestSteps = [
  "draft",
  "submit",
  "take-over",
  "approve",
  "return",
  "decline",
  "withdraw",
] as const;

/** What a supervisor can decide. Each is also a step of the request. */
export const outcomes = ["approve", "return", "decline"] as const;

export type Outcome = (typeof outcomes)[number];

/** Can the request still move? A staff member has at most one open request for a competency. */
export function isOpen(state: RequestState): boolean {
  return state === "draft" || state === "submitted" || state === "returned";
}

/** Has a supervisor decided the latest round? */
export function isDecided(state: RequestState): boolean {
  return state === "approved" || state === "returned" || state === "declined";
}
