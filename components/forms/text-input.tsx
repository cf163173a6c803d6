"use client";

import type { InputHTMLAttributes } from "react";
import { classes } from "@/components/ui/classes";
import { Field, type FieldProps } from "./field";
import { useField } from "./form-context";
import { valueFor } from "./form-state";

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "autoComplete" | "inputMode" | "spellCheck" | "maxLength" | "autoCapitalize"
>;

interface Props extends FieldProps, Native {
  type?: "text" | "email" | "tel" | "search";
  defaultValue?: string;
  /** In characters, where the answer's length is known. */
  width?: "2" | "3" | "4" | "5" | "10" | "20" | "30";
}

export function TextInput(props: Props) {
  const { name, label, labelSize, hint, error: _, type = "text", defaultValue, width, ...native } = props;
  const { state, id, error, describedBy } = useField(name, props);
  return (
    <Field id={id} label={label} labelSize={labelSize} hint={hint} error={error}>
      <input
        className={classes(
          "nhsuk-input",
          width && `nhsuk-input--width-${width}`,
          error && "nhsuk-input--error",
        )}
        id={id}
        name={name}
        type={type}
        defaultValue={valueFor(state, name, defaultValue)}
        aria-describedby={describedBy}
        {...native}
      />
    </Field>
  );
}
