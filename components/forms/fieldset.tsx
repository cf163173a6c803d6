import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import type { LabelSize } from "./field";

interface Props {
  legend: string;
  legendSize?: LabelSize;
  /** For a page that asks this one question: the legend is its h1. */
  isPageHeading?: boolean;
  describedBy?: string;
  /** "group" makes screen readers read the hint of a set of text inputs. */
  role?: "group";
  children: ReactNode;
}

/** Fields that belong together, under one question. */
export function Fieldset({ legend, legendSize, isPageHeading, describedBy, role, children }: Props) {
  const size = legendSize ?? (isPageHeading ? "l" : "s");
  return (
    <fieldset className="nhsuk-fieldset" role={role} aria-describedby={describedBy}>
      <legend className={classes("nhsuk-fieldset__legend", `nhsuk-fieldset__legend--${size}`)}>
        {isPageHeading ? <h1 className="nhsuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      {children}
    </fieldset>
  );
}
