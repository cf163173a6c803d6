import type { RequestStep } from "../workflow";

/** In a timeline: what somebody did with a request. */
export const stepWords: Record<RequestStep, string> = {
  draft: "Request saved, not sent",
  submit: "Sign-off asked for",
  "take-over": "Request taken over",
  approve: "Request approved",
  return: "Request returned",
  decline: "Request declined",
  withdraw: "Request withdrawn",
};

/** Who took a step; of a decision, in which capacity they signed. */
export function stepTaker({
  takenByName,
  capacity,
}: {
  takenByName: string;
  capacity: string | null;
}): string {
  return capacity ? `${takenByName} (${capacity})` : takenByName;
}
