"use client";

import type { ReactNode } from "react";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import { type FormState, pristine } from "./form-state";

/** A form that asks for a page and saves nothing. Its fields show errors and what was typed as every other's do. */
export function QueryForm({ state = pristine, children }: { state?: FormState; children: ReactNode }) {
  return (
    <FormContext value={{ state }}>
      <form method="get" noValidate>
        <ErrorSummary errors={state.errors} />
        {children}
      </form>
    </FormContext>
  );
}
