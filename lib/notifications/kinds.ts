/** What somebody is told of: past tense, as in the audit. */
export const notificationKinds = [
  "practice.submitted",
  "practice.confirmed",
  "practice.not_confirmed",
  "practice.withdrawn",
  "sign_off.requested",
  "sign_off.resubmitted",
  "sign_off.withdrawn",
  "sign_off.taken_over",
  "sign_off.approved",
  "sign_off.returned",
  "sign_off.declined",
  "holding.suspended",
  "holding.reinstated",
  "holding.restricted",
  "holding.revoked",
  "holding.voided",
  "authority.granted",
  "authority.ended",
  "registration.checked",
  "conditions.cleared",
  "assessor.approved",
  "exception.approved",
  "exception.ended",
] as const;

export type NotificationKind = (typeof notificationKinds)[number];
