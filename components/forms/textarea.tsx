"use client";

import { type ComponentProps, memo } from "react";
import { classes } from "@/components/ui/classes";
import { Field, type FieldProps } from "./field";
import { useField } from "./form-context";
import { valueFor } from "./form-state";

/** Rendered anew only for a change of its own: React then sets the text again, and the cursor jumps to its start. */
const Control = memo(function Control(props: ComponentProps<"textarea">) {
  return <textarea {...props} />;
});

interface Props extends FieldProps {
  defaultValue?: string;
  rows?: number;
  maxLength?: number;
}

export function Textarea(props: Props) {
  const { name, label, labelSize, hint, defaultValue, rows = 5, maxLength } = props;
  const { state, id, error, describedBy } = useField(name, props);
  return (
    <Field id={id} label={label} labelSize={labelSize} hint={hint} error={error}>
      <Control
        className={classes("nhsuk-textarea", error && "nhsuk-textarea--error")}
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={valueFor(state, name, defaultValue)}
        aria-describedby={describedBy}
      />
    </Field>
  );
}
