"use client";

import { Fragment, type ReactNode, useActionState, useMemo, useRef, useState } from "react";
import type { CheckedForm } from "./checked-forms";
import { ChecksWhenUsed } from "./checks-when-used";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import { FormNotice } from "./form-notice";
import { type FormAction, type FormState, formIdPrefixField, pristine } from "./form-state";
import { HiddenKey } from "./hidden-key";
import { SignInAgain } from "./sign-in-again";
import { keepingTyped } from "./unanswered";
import { useErrors } from "./use-errors";

interface Props {
  action: FormAction;
  /** Made by the page with `newId()`: the same form sent twice is saved once. */
  formKey: string;
  initial?: FormState;
  /** For pages with several forms, so that ids stay unique. */
  idPrefix?: string;
  /** Checked before it is sent too, where there is JavaScript. */
  checkedAs?: CheckedForm;
  children: ReactNode;
}

/**
 * The form that every action uses, with JavaScript or without. Fields inside it, however deep, find their own
 * error and what was typed by their name; the page and its form stay server components.
 *
 * @example
 * // app/[ods]/practice/new/page.tsx
 * <ActionForm action={recordPracticeAction} formKey={newId()}>
 *   <DateField name="practisedOn" legend="When was it?" defaultValue={today} />
 *   <Radios
 *     name="outcome"
 *     legend="How did it go?"
 *     options={[{ value: "achieved", label: "Achieved" }, { value: "stopped", label: "Stopped" }]}
 *   />
 *   <Textarea name="note" label="Note" hint="No patient details" />
 *   <SubmitButton>Save</SubmitButton>
 * </ActionForm>
 */
export function ActionForm({ action, formKey, initial = pristine, idPrefix, checkedAs, children }: Props) {
  // The page that the server renders names the action itself: without JavaScript the browser sends the form to it.
  const sent = useMemo(() => (typeof window === "undefined" ? action : keepingTyped(action)), [action]);
  const [state, dispatch] = useActionState(sent, initial);
  const answer = useCount(state);
  const form = useRef<HTMLFormElement>(null);
  const { fields, summary, ...reports } = useErrors(state);
  const context = useMemo(
    () => ({ state: { ...state, errors: fields }, idPrefix }),
    [state, fields, idPrefix],
  );
  return (
    <FormContext value={context}>
      <form action={dispatch} noValidate ref={form}>
        <ErrorSummary errors={summary} idPrefix={idPrefix} />
        {state.notice && !state.shownAbove && <FormNotice key={answer} {...state.notice} />}
        <HiddenKey value={state.formKey ?? formKey} />
        {idPrefix && <input type="hidden" name={formIdPrefixField} value={idPrefix} />}
        {/* React empties a form after its action; fields mounted anew begin with what was typed. */}
        <Fragment key={answer}>
          {state.signIn ? <SignInAgain sealed={state.signIn.sealed} /> : children}
        </Fragment>
        {checkedAs && !state.signIn && <ChecksWhenUsed of={checkedAs} form={form} {...reports} />}
      </form>
    </FormContext>
  );
}

/** How many different answers the form has had. */
function useCount(state: FormState): number {
  const [seen, setSeen] = useState({ state, count: 0 });
  if (seen.state === state) return seen.count;
  const next = { state, count: seen.count + 1 };
  setSeen(next);
  return next.count;
}
