import type { ReactNode } from "react";
import { Main } from "@/components/layout/main";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";

/** Header and footer for whoever has no trust, or none that we know of. */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader href="/" />
      <Main>{children}</Main>
      <SiteFooter />
    </>
  );
}
