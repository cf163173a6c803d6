import type { ReactNode } from "react";

/** In a landmark of its own, since it stands outside the page's main part. */
export function BackLink({ href, children = "Back" }: { href: string; children?: ReactNode }) {
  return (
    <nav className="app-back" aria-label="Back">
      <a className="nhsuk-back-link" href={href}>
        {children}
      </a>
    </nav>
  );
}
