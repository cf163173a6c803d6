"use client";

import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import type { IsoDate } from "@/lib/platform/dates";
import { FormGroup, HintAndError, type LabelSize } from "./field";
import { Fieldset } from "./fieldset";
import { useField } from "./form-context";
import { type FormState, valueFor } from "./form-state";

interface Props {
  name: string;
  legend: string;
  legendSize?: LabelSize;
  isPageHeading?: boolean;
  hint?: ReactNode;
  error?: string;
  defaultValue?: IsoDate;
}

/** Day, month and year, sent as `${name}-day`, `${name}-month` and `${name}-year`. */
export function DateField(props: Props) {
  const { name, legend, legendSize, isPageHeading, hint, defaultValue } = props;
  const { state, id, error, describedBy } = useField(name, props);
  const [year, month, day] = (defaultValue ?? "").split("-");
  const common = { state, wrong: partsInError(state, name, error) };
  return (
    <FormGroup error={error}>
      <Fieldset role="group" {...{ legend, legendSize, isPageHeading, describedBy }}>
        <HintAndError id={id} hint={hint} error={error} />
        <div className="nhsuk-date-input">
          <Part {...common} id={id} name={`${name}-day`} label="Day" given={unpadded(day)} />
          <Part {...common} id={`${id}-month`} name={`${name}-month`} label="Month" given={unpadded(month)} />
          <Part {...common} id={`${id}-year`} name={`${name}-year`} label="Year" given={year || undefined} />
        </div>
      </Fieldset>
    </FormGroup>
  );
}

interface PartProps {
  state: FormState;
  wrong: readonly string[];
  id: string;
  name: string;
  label: "Day" | "Month" | "Year";
  given?: string;
}

function Part({ state, wrong, id, name, label, given }: PartProps) {
  return (
    <div className="nhsuk-date-input__item">
      <div className="nhsuk-form-group">
        <label className="nhsuk-label nhsuk-date-input__label" htmlFor={id}>
          {label}
        </label>
        <input
          className={classes(
            "nhsuk-input nhsuk-date-input__input",
            `nhsuk-input--width-${label === "Year" ? 4 : 2}`,
            wrong.includes(name) && "nhsuk-input--error",
          )}
          id={id}
          name={name}
          type="text"
          inputMode="numeric"
          defaultValue={valueFor(state, name, given)}
        />
      </div>
    </div>
  );
}

/** The parts that errors name; all three where an error names the date as a whole. */
function partsInError(state: FormState, name: string, error: string | undefined): string[] {
  if (!error) return [];
  const all = ["day", "month", "year"].map((part) => `${name}-${part}`);
  const named = all.filter((part) => state.errors.some(({ field }) => field === part));
  return named.length > 0 ? named : all;
}

function unpadded(part: string | undefined): string | undefined {
  return part?.replace(/^0/, "");
}
