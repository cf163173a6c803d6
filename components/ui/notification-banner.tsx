import { type ReactNode, useId } from "react";
import { classes } from "./classes";

interface Props {
  /** "success" says that what the person asked for has been done. */
  variant?: "success";
  title?: string;
  heading: ReactNode;
  children?: ReactNode;
}

export function NotificationBanner({ variant, title, heading, children }: Props) {
  const id = useId();
  const success = variant === "success";
  return (
    <section
      className={classes("nhsuk-notification-banner", success && "nhsuk-notification-banner--success")}
      role={success ? "alert" : undefined}
      aria-labelledby={id}
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title" id={id}>
          {title ?? (success ? "Success" : "Important")}
        </h2>
      </div>
      <div className="nhsuk-notification-banner__content">
        <p className="nhsuk-notification-banner__heading">{heading}</p>
        {children}
      </div>
    </section>
  );
}
