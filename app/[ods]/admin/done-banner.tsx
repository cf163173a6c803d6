import { DoneBanner as Banner } from "../_record/done-banner";

const sentences = {
  "assessor-approved": "The assessor is approved",
  "exception-approved": "The exception is approved, and will stand on the signature",
  "exception-ended": "The exception is ended",
  "approval-ended": "The approval is ended",
  "check-recorded": "The check is recorded",
  "conditions-cleared": "It is recorded that the conditions do not bear on assessing",
  "framework-adopted": "Your trust has adopted the framework",
  "requirement-set": "The requirement is set",
  "requirement-ended": "The requirement is ended",
  "cover-set": "The cover is set",
  "cover-ended": "The cover is ended",
};

/** Says what has just been done here, by `?done=`. */
export function DoneBanner({ done }: { done: string | string[] | undefined }) {
  return <Banner done={done} sentences={sentences} />;
}
