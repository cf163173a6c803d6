import type { ReactNode } from "react";

/** What happened, newest first unless the page says otherwise. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="app-timeline">{children}</ol>;
}

interface ItemProps {
  heading: ReactNode;
  /** As written for people: "14 May 2026 at 5:30pm". */
  when: string;
  /** The same for machines: a date or an instant. */
  dateTime: string;
  by?: string;
  children?: ReactNode;
}

export function TimelineItem({ heading, when, dateTime, by, children }: ItemProps) {
  return (
    <li className="app-timeline__item">
      <h3 className="app-timeline__heading">{heading}</h3>
      <p className="app-timeline__when">
        <time dateTime={dateTime}>{when}</time>
        {by && `, ${by}`}
      </p>
      {children}
    </li>
  );
}
