"use client";

import { useCallback, useState } from "react";
import type { FormError, FormState } from "./form-state";
import type { Reports } from "./instant-checks";

interface Shown {
  answer: FormState;
  /** Beside the fields: as they are now. */
  fields: FormError[];
  /** At the top: as they were when the form was last sent. */
  summary: FormError[];
}

const none: FormError[] = [];

/** The errors of the server's last answer, until checks on the page find something newer. */
export function useErrors(answer: FormState): Omit<Shown, "answer"> & Reports {
  const [kept, setKept] = useState(() => answered(answer));
  const { fields, summary } = kept.answer === answer ? kept : answered(answer);
  const onField = useCallback(
    (name: string, message: string | undefined) =>
      setKept((before) => {
        const current = before.answer === answer ? before : answered(answer);
        const others = current.fields.filter(({ field }) => field !== name);
        return { ...current, fields: message ? [...others, { field: name, message }] : others };
      }),
    [answer],
  );
  const onRefused = useCallback(
    (errors: FormError[]) => setKept({ answer, fields: errors, summary: errors }),
    [answer],
  );
  return { fields, summary, onField, onRefused };
}

function answered(answer: FormState): Shown {
  return { answer, fields: answer.errors, summary: answer.shownAbove ? none : answer.errors };
}
