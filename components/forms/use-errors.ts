"use client";

import { useCallback, useState } from "react";
import type { FormError } from "./form-state";
import type { Reports } from "./instant-checks";

interface Shown {
  answered: readonly FormError[];
  /** Beside the fields: as they are now. */
  fields: FormError[];
  /** At the top: as they were when the form was last sent. */
  summary: readonly FormError[];
}

/** The errors of the server's last answer, until checks on the page find something newer. */
export function useErrors(answered: FormError[]): Omit<Shown, "answered"> & Reports {
  const fresh: Shown = { answered, fields: answered, summary: answered };
  const [kept, setKept] = useState(fresh);
  const { fields, summary } = kept.answered === answered ? kept : fresh;
  const onField = useCallback(
    (name: string, message: string | undefined) =>
      setKept((before) => {
        const current =
          before.answered === answered ? before : { answered, fields: answered, summary: answered };
        const others = current.fields.filter(({ field }) => field !== name);
        return { ...current, fields: message ? [...others, { field: name, message }] : others };
      }),
    [answered],
  );
  const onRefused = useCallback(
    (errors: FormError[]) => setKept({ answered, fields: errors, summary: errors }),
    [answered],
  );
  return { fields, summary, onField, onRefused };
}
