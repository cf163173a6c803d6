import type { ReactNode } from "react";

export function WarningCallout({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <div className="nhsuk-card nhsuk-card--warning">
      <div className="nhsuk-card__content">
        <h2 className="nhsuk-card__heading">
          {/important/i.test(heading) || <span className="nhsuk-u-visually-hidden">Important: </span>}
          {heading}
        </h2>
        {children}
      </div>
    </div>
  );
}
