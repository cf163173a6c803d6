"use client";

import { classes } from "@/components/ui/classes";
import { Field, type FieldProps } from "./field";
import { useField } from "./form-context";
import { valueFor } from "./form-state";

interface Option {
  value: string;
  label: string;
}

interface OptionGroup {
  label: string;
  options: readonly Option[];
}

interface Props extends FieldProps {
  options: readonly (Option | OptionGroup)[];
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
        {options.map((one) =>
          "options" in one ? (
            <optgroup key={one.label} label={one.label}>
              <Options options={one.options} />
            </optgroup>
          ) : (
            <Options key={one.value} options={[one]} />
          ),
        )}
      </select>
    </Field>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
