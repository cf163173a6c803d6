import type { ReactNode } from "react";
import { classes } from "./classes";

export interface SummaryRow {
  key: string;
  value: ReactNode;
  /** `about` completes the link's name for screen readers: "Change" + "supervisor". */
  action?: { href: string; text: string; about: string };
}

export function SummaryList({ rows, border = true }: { rows: readonly SummaryRow[]; border?: boolean }) {
  const anyAction = rows.some(({ action }) => action);
  return (
    <dl className={classes("nhsuk-summary-list", !border && "nhsuk-summary-list--no-border")}>
      {rows.map(({ key, value, action }) => (
        <div
          key={key}
          className={classes(
            "nhsuk-summary-list__row",
            anyAction && !action && "nhsuk-summary-list__row--no-actions",
          )}
        >
          <dt className="nhsuk-summary-list__key">{key}</dt>
          <dd className="nhsuk-summary-list__value">{value}</dd>
          {action && (
            <dd className="nhsuk-summary-list__actions">
              <a className="nhsuk-link" href={action.href}>
                {action.text}
                <span className="nhsuk-u-visually-hidden"> {action.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
