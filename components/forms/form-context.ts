"use client";

import { createContext, useContext } from "react";
import { errorFor, type FormState, fieldId, pristine } from "./form-state";

export const FormContext = createContext<{ state: FormState; idPrefix?: string }>({ state: pristine });

/** What a field takes from the form around it: its id, its error, and the ids that describe it. */
export function useField(name: string, given: { hint?: unknown; error?: string }) {
  const { state, idPrefix } = useContext(FormContext);
  const id = fieldId(name, idPrefix);
  const error = given.error ?? errorFor(state, name);
  const describedBy = [given.hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { state, id, error, describedBy: describedBy || undefined };
}
