import type { ReactNode } from "react";
import { Main } from "@/components/layout/main";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader href="/" />
      <Main>
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">{children}</div>
        </div>
      </Main>
      <SiteFooter />
    </>
  );
}
