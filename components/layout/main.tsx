import type { ReactNode } from "react";
import { FocusAfterNavigation } from "./focus-after-navigation";

export const mainId = "maincontent";

interface Props {
  /** A back link or breadcrumbs. */
  before?: ReactNode;
  /** The window's whole width, for the skills matrix. */
  wide?: boolean;
  children: ReactNode;
}

export function Main({ before, wide, children }: Props) {
  return (
    <div className={wide ? "nhsuk-width-container-fluid" : "nhsuk-width-container"}>
      {before}
      <main className="nhsuk-main-wrapper" id={mainId} tabIndex={-1}>
        <FocusAfterNavigation targetId={mainId} />
        {children}
      </main>
    </div>
  );
}
