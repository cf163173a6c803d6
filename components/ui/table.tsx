import { type ReactNode, useId } from "react";
import { classes } from "./classes";

interface TableProps {
  caption: ReactNode;
  captionSize?: "s" | "m" | "l";
  /** Where a heading above says it already: for assistive technology alone. */
  captionHidden?: boolean;
  compact?: boolean;
  striped?: boolean;
  /** Each row becomes a small list on a narrow screen; give every cell its column's `heading`. */
  responsive?: boolean;
  /** Of a responsive table whose cells hold sentences: on a phone the value stands below its heading, not beside it. */
  stacked?: boolean;
  /** For tables that stay wide: scrolls inside the page, also by keyboard. */
  scroll?: boolean;
  /** People × competencies: small print, names that stay in view. */
  matrix?: boolean;
  children: ReactNode;
}

export function Table({ caption, captionSize = "m", captionHidden, scroll, children, ...look }: TableProps) {
  const captionId = useId();
  const table = (
    <table className={tableClass(look)} role={roles.table}>
      <caption
        id={captionId}
        className={
          captionHidden
            ? "nhsuk-u-visually-hidden"
            : `nhsuk-table__caption nhsuk-table__caption--${captionSize}`
        }
      >
        {caption}
      </caption>
      {children}
    </table>
  );
  if (!scroll) return table;
  return (
    <div className="nhsuk-scroll">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="nhsuk-scroll__content" aria-labelledby={captionId} tabIndex={0}>
        {table}
      </section>
    </div>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="nhsuk-table__head" role={roles.group}>
      {children}
    </thead>
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return (
    <tbody className="nhsuk-table__body" role={roles.group}>
      {children}
    </tbody>
  );
}

export function TableRow({ children }: { children: ReactNode }) {
  return (
    <tr className="nhsuk-table__row" role={roles.row}>
      {children}
    </tr>
  );
}

interface CellProps {
  /** The column's heading, shown beside the value where a responsive table is narrow. */
  heading?: string;
  numeric?: boolean;
  children?: ReactNode;
}

export function TableHeader({
  scope = "col",
  heading,
  numeric,
  children,
}: CellProps & { scope?: "col" | "row" }) {
  return (
    <th
      className={classes("nhsuk-table__header", numeric && "nhsuk-table__header--numeric")}
      scope={scope}
      role={scope === "col" ? roles.column : roles.rowHeader}
    >
      <NarrowHeading>{heading}</NarrowHeading>
      {children}
    </th>
  );
}

export function TableCell({ heading, numeric, children }: CellProps) {
  return (
    <td className={classes("nhsuk-table__cell", numeric && "nhsuk-table__cell--numeric")} role={roles.cell}>
      <NarrowHeading>{heading}</NarrowHeading>
      {children}
    </td>
  );
}

function NarrowHeading({ children }: { children?: string }) {
  if (!children) return null;
  return (
    <span className="nhsuk-table-responsive__heading" aria-hidden="true">
      {children}{" "}
    </span>
  );
}

function tableClass({
  compact,
  striped,
  responsive,
  stacked,
  matrix,
}: Omit<TableProps, "caption" | "captionHidden" | "children">) {
  return classes(
    "nhsuk-table",
    compact && "nhsuk-table--compact",
    striped && "nhsuk-table--striped",
    responsive && "nhsuk-table--responsive",
    stacked && "app-table--stacked",
    matrix && "app-matrix",
  );
}

/** Some browsers forget that a table is one when a narrow screen displays its rows as blocks. */
const roles = {
  table: "table",
  group: "rowgroup",
  row: "row",
  column: "columnheader",
  rowHeader: "rowheader",
  cell: "cell",
} as const;
