"use client";

import { classes } from "@/components/ui/classes";
import { Field, type FieldProps } from "./field";
import { useField } from "./form-context";
import { valueFor } from "./form-state";

export interface SelectOption {
  value: string;
  label: string;
  /** Options of one group stand together under its name; those without come first. */
  group?: string;
}

interface Props extends FieldProps {
  options: readonly SelectOption[];
  /** The first, empty choice: "Select a setting". */
  placeholder?: string;
  defaultValue?: string;
}

export function Select(props: Props) {
  const { name, label, labelSize, hint, options, placeholder, defaultValue } = props;
  const { state, id, error, describedBy } = useField(name, props);
  return (
    <Field id={id} label={label} labelSize={labelSize} hint={hint} error={error}>
      <select
        className={classes("nhsuk-select", error && "nhsuk-select--error")}
        id={id}
        name={name}
        defaultValue={valueFor(state, name, defaultValue)}
        aria-describedby={describedBy}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        <Options options={options.filter(({ group }) => !group)} />
        {groupsOf(options).map((group) => (
          <optgroup key={group} label={group}>
            <Options options={options.filter((option) => option.group === group)} />
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

function Options({ options }: Pick<Props, "options">) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

/** In the order in which they first occur. */
function groupsOf(options: readonly SelectOption[]): string[] {
  return [...new Set(options.flatMap(({ group }) => group ?? []))];
}
