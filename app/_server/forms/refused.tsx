import "server-only";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormNotice } from "@/components/forms/form-notice";
import { type FormState, formIdPrefixField } from "@/components/forms/form-state";
import { textOf } from "@/components/forms/read-form";
import { requestId, sentByScript } from "../request";
import { HandOver } from "./hand-over";

const answers = new HandOver<{ state: FormState; idPrefix: string }>();

/**
 * Without JavaScript a form's answer is a whole page, which may have no such form any more. So the answer goes to
 * the top of whatever page that is, and the form leaves it there.
 */
export async function showAbove(state: FormState, data: FormData): Promise<FormState> {
  if (state.signIn || (await sentByScript())) return state;
  answers.put(await requestId(), { state, idPrefix: textOf(data, formIdPrefixField) });
  return { ...state, shownAbove: true };
}

/** What the form of the same request was answered, at the top of the page. */
export async function Refused() {
  const answer = answers.take(await requestId());
  if (!answer) return null;
  const { state, idPrefix } = answer;
  return (
    <>
      <ErrorSummary errors={state.errors} idPrefix={idPrefix || undefined} />
      {state.notice && <FormNotice {...state.notice} />}
    </>
  );
}
