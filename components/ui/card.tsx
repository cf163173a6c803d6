import type { ReactNode } from "react";
import { classes } from "./classes";

/** A place to go, with a line on what is there. */
export function NavCard({
  heading,
  href,
  children,
}: {
  heading: string;
  href: string;
  children?: ReactNode;
}) {
  return (
    <div className="nhsuk-card nhsuk-card--clickable">
      <div className="nhsuk-card__content">
        <h2 className="nhsuk-card__heading nhsuk-heading-s">
          <a className="nhsuk-card__link" href={href}>
            {heading}
          </a>
        </h2>
        {children && <p className="nhsuk-card__description">{children}</p>}
      </div>
    </div>
  );
}

/** A number and what it counts; with `href` the whole card leads to the list behind the number. */
export function StatCard({ number, label, href }: { number: number | string; label: string; href?: string }) {
  const text = (
    <>
      <span className="app-stat__number">{number}</span> {label}
    </>
  );
  return (
    <div className={href ? "nhsuk-card nhsuk-card--clickable" : "nhsuk-card"}>
      <div className="nhsuk-card__content">
        <p className="nhsuk-card__description">
          {href ? (
            <a className="nhsuk-card__link" href={href}>
              {text}
            </a>
          ) : (
            text
          )}
        </p>
      </div>
    </div>
  );
}

/** Cards in as many columns as fit; each child is one card, in an `li`. `narrow` is for cards that hold a number. */
export function CardGrid({ narrow, children }: { narrow?: boolean; children: ReactNode }) {
  return <ul className={classes("app-cards", narrow && "app-cards--narrow")}>{children}</ul>;
}
