import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { type FormAction, type FormState, signInFields } from "./form-state";
import { readForm, textOf } from "./read-form";

/** What the server takes at most; the little that a browser adds to what was typed is allowed for. */
const longest = 950_000;

/**
 * The action, as the browser calls it: where no answer comes (no network, a server that is being started again,
 * a page older than the server), the form stays, with what was typed, instead of giving way to an error page.
 */
export function keepingTyped(action: FormAction): FormAction {
  return async (state, data) => {
    try {
      return await action(state, data);
    } catch (error) {
      unstable_rethrow(error);
      return unanswered(state, data, error);
    }
  };
}

/** The key stays the same: nobody knows whether it was saved, and sending it again saves it once only. */
export function unanswered({ signIn }: FormState, data: FormData, error: unknown): FormState {
  const { values, formKey, secrets } = readForm(data);
  const message = sentence(error, data, secrets || signIn !== undefined);
  const errors = [{ field: null, message }];
  const { email } = signInFields;
  return signIn ? { errors, values: { [email]: textOf(data, email) }, signIn } : { errors, values, formKey };
}

function sentence(error: unknown, data: FormData, secrets: boolean): string {
  if (lengthOf(data) > longest)
    return "This is too long to be saved, so nothing was saved. Make it shorter and send it again";
  if (unstable_isUnrecognizedActionError(error))
    return "This page was updated while you had it open, so nothing was saved. What you typed is still here: copy what you need, load the page again and send it from there";
  const again = secrets ? "enter your password again and send it" : "send it again";
  return `We could not reach the server, so this may not be saved. What you typed is still here: ${again}. If it was saved already, it is not saved twice`;
}

function lengthOf(data: FormData): number {
  const texts = [...data.values()].filter((value) => typeof value === "string");
  return new Blob(texts).size;
}
