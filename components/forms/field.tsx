import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";

export type LabelSize = "s" | "m" | "l";

/** What every field can be told. Its error and value come from the form around it unless given. */
export interface FieldProps {
  name: string;
  label: string;
  labelSize?: LabelSize;
  hint?: ReactNode;
  error?: string;
}

interface Props extends Omit<FieldProps, "name"> {
  id: string;
  className?: string;
  children: ReactNode;
}

/** Label, hint and error above one control. */
export function Field({ id, label, labelSize = "s", hint, error, className, children }: Props) {
  return (
    <FormGroup error={error} className={className}>
      <label className={`nhsuk-label nhsuk-label--${labelSize}`} htmlFor={id}>
        {label}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </FormGroup>
  );
}

export function FormGroup(props: { error?: string; className?: string; children: ReactNode }) {
  const { error, className, children } = props;
  return (
    <div className={classes("nhsuk-form-group", error && "nhsuk-form-group--error", className)}>
      {children}
    </div>
  );
}

export function HintAndError({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  return (
    <>
      {hint && (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <span className="nhsuk-error-message" id={`${id}-error`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {error}
        </span>
      )}
    </>
  );
}
