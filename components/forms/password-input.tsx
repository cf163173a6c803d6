"use client";

import { useEffect, useState } from "react";
import { useFormStatus } from "react-dom";
import { classes } from "@/components/ui/classes";
import { Field, type FieldProps } from "./field";
import { useField } from "./form-context";

/** Never filled in again. Can be shown while typing, where there is JavaScript; hidden again when sent. */
export function PasswordInput(props: FieldProps & { autoComplete?: "current-password" | "new-password" }) {
  const { name, label, labelSize, hint, autoComplete = "current-password" } = props;
  const { id, error, describedBy } = useField(name, props);
  const { pending } = useFormStatus();
  const [mounted, setMounted] = useState(false);
  const [wanted, setWanted] = useState(false);
  useEffect(() => setMounted(true), []);
  const shown = wanted && !pending;
  return (
    <Field
      id={id}
      label={label}
      labelSize={labelSize}
      hint={hint}
      error={error}
      className="nhsuk-password-input"
    >
      <div className="nhsuk-input-wrapper">
        <input
          className={classes("nhsuk-input nhsuk-password-input__input", error && "nhsuk-input--error")}
          id={id}
          name={name}
          type={shown ? "text" : "password"}
          spellCheck={false}
          autoComplete={autoComplete}
          autoCapitalize="none"
          aria-describedby={describedBy}
        />
        <button
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-password-input__toggle"
          type="button"
          aria-label={shown ? "Hide password" : "Show password"}
          aria-controls={id}
          hidden={!mounted}
          onClick={() => setWanted(!shown)}
        >
          {shown ? "Hide" : "Show"}
        </button>
      </div>
    </Field>
  );
}
