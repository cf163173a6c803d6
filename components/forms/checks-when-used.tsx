"use client";

import { type ReactNode, type RefObject, useEffect, useState } from "react";
import { type CheckedForm, checkedForms } from "./checked-forms";
import type { Reports } from "./instant-checks";

interface Props extends Reports {
  of: CheckedForm;
  form: RefObject<HTMLFormElement | null>;
}

/**
 * Fetches the checks when somebody first touches the form, so that opening the page costs nothing. Until they are
 * there, and without JavaScript, the server checks alone; where the network fails they are fetched at the next touch.
 */
export function ChecksWhenUsed({ of, form, onField, onRefused }: Props) {
  const [checks, setChecks] = useState<(reports: Reports) => ReactNode>();
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const fetchChecks = async () => {
      const { schema: fetchSchema, beforeSending } = checkedForms[of];
      const [{ InstantChecks }, schema] = await Promise.all([import("./instant-checks"), fetchSchema()]);
      setChecks(() => (reports: Reports) => (
        <InstantChecks {...{ form: element, schema, beforeSending }} {...reports} />
      ));
    };
    const begin = () => void fetchChecks().catch(listen);
    const listen = () => element.addEventListener("focusin", begin, { once: true });
    listen();
    return () => element.removeEventListener("focusin", begin);
  }, [of, form]);
  return checks?.({ onField, onRefused });
}
