"use client";

import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { type FieldProps, FormGroup, HintAndError, type LabelSize } from "./field";
import { Fieldset } from "./fieldset";
import { useField } from "./form-context";
import { valuesFor } from "./form-state";

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface ChoicesProps extends Omit<FieldProps, "label" | "labelSize"> {
  legend: string;
  legendSize?: LabelSize;
  isPageHeading?: boolean;
  options: readonly Choice[];
  small?: boolean;
  inline?: boolean;
}

interface Props extends ChoicesProps {
  type: "radio" | "checkbox";
  chosen: readonly string[];
}

/** Radios or checkboxes. The first has the field's own id, so that an error leads to it. */
export function Choices({ type, chosen, ...props }: Props) {
  const { name, legend, legendSize, isPageHeading, hint, options, small, inline } = props;
  const { state, id, error, describedBy } = useField(name, props);
  const block = type === "radio" ? "nhsuk-radios" : "nhsuk-checkboxes";
  const checked = valuesFor(state, name, chosen);
  return (
    <FormGroup error={error}>
      <Fieldset {...{ legend, legendSize, isPageHeading, describedBy }}>
        <HintAndError id={id} hint={hint} error={error} />
        <div className={classes(block, small && `${block}--small`, inline && `${block}--inline`)}>
          {options.map((option, index) => (
            <Item
              key={option.value}
              {...{ type, name, block, option }}
              id={index === 0 ? id : `${id}-${index + 1}`}
              checked={checked.includes(option.value)}
            />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  );
}

interface ItemProps extends Pick<Props, "type" | "name"> {
  block: string;
  id: string;
  option: Choice;
  checked: boolean;
}

function Item({ type, name, block, id, option: { value, label, hint, disabled }, checked }: ItemProps) {
  const hintId = `${id}-item-hint`;
  return (
    <div className={`${block}__item`}>
      <input
        className={`${block}__input`}
        id={id}
        name={name}
        type={type}
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        aria-describedby={hint ? hintId : undefined}
      />
      <label className={`nhsuk-label ${block}__label`} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className={`nhsuk-hint ${block}__hint`} id={hintId}>
          {hint}
        </div>
      )}
    </div>
  );
}
