import "server-only";
import type { FormState } from "@/components/forms/form-state";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/platform/clock";
import { requestId } from "../request";
import { newFormKey } from "./form-key";
import { HandOver } from "./hand-over";

/** Without JavaScript: the form that the action of the same request has given back. */
export const restoredForm = new HandOver<{ form: string; state: FormState }>();

/**
 * What an `ActionForm` begins with. Where a page has several forms, each has a name of its own, the same each time.
 *
 * @example
 * <ActionForm action={recordPracticeAction.bind(null, ods)} {...await formStart(actor)}>
 */
export async function formStart(
  actor: Actor,
  form = "form",
): Promise<{ formKey: string; initial?: FormState }> {
  const restored = restoredForm.take(await requestId(), (kept) => kept.form === form);
  const formKey = newFormKey(actor.accountId, form, now());
  return restored ? { formKey, initial: restored.state } : { formKey };
}
