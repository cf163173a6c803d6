import type { ReactNode } from "react";

/** Says that there is nothing, and names what to do next. */
export function EmptyState({ heading, children }: { heading: string; children?: ReactNode }) {
  return (
    <div className="app-empty">
      <p className="nhsuk-body nhsuk-u-font-weight-bold">{heading}</p>
      {children}
    </div>
  );
}
