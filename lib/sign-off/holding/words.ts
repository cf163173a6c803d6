import type { HoldingEventKind, HoldingStatus } from "./rules";

/** On screen, for the person, their supervisors and their manager. */
export const holdingStatusWords: Record<HoldingStatus, string> = {
  "not-started": "Not started",
  "working-towards": "Working towards",
  "ready-to-request": "Ready to ask for sign-off",
  "awaiting-decision": "Awaiting decision",
  competent: "Competent",
  "renewal-due": "Renewal due",
  expired: "Expired",
  suspended: "Suspended pending review",
  restricted: "Restricted",
  voided: "Signed in error, voided",
};

/** In a timeline: what happened. */
export const holdingEventWords: Record<HoldingEventKind, string> = {
  granted: "Signed off",
  renewed: "Renewed",
  suspended: "Suspended pending review",
  restricted: "Restricted",
  reinstated: "Reinstated after reassessment",
  revoked: "Sign-off ended",
  voided: "Signed in error, voided",
};
