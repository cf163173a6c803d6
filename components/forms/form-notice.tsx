"use client";

import { useEffect, useRef } from "react";
import type { FormState } from "./form-state";

/** Something to know that is not a mistake, such as that this was saved already. Takes focus when it arrives. */
export function FormNotice({ message, href, linkText }: NonNullable<FormState["notice"]>) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="nhsuk-inset-text" role="alert" tabIndex={-1} ref={box}>
      <p>{message}</p>
      {href && (
        <p>
          <a href={href}>{linkText ?? "See what was saved"}</a>
        </p>
      )}
    </div>
  );
}
