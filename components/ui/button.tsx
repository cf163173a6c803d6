import type { ReactNode } from "react";
import { classes } from "./classes";

export type ButtonVariant = "secondary" | "warning";

interface Look {
  variant?: ButtonVariant;
  small?: boolean;
}

export function buttonClass({ variant, small }: Look): string {
  return classes("nhsuk-button", variant && `nhsuk-button--${variant}`, small && "nhsuk-button--small");
}

interface ButtonProps extends Look {
  type?: "submit" | "button";
  name?: string;
  value?: string;
  children: ReactNode;
}

/** A plain button, for forms without an action; forms with one use `SubmitButton`. */
export function Button({ type = "submit", name, value, children, ...look }: ButtonProps) {
  return (
    <button type={type} name={name} value={value} className={buttonClass(look)}>
      {children}
    </button>
  );
}

/** A link that starts something and so looks like a button; it stays a link to assistive technology. */
export function ButtonLink({ href, children, ...look }: Look & { href: string; children: ReactNode }) {
  return (
    <a href={href} draggable={false} className={buttonClass(look)}>
      {children}
    </a>
  );
}

/** Buttons side by side, under each other on a narrow screen. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="nhsuk-button-group">{children}</div>;
}
