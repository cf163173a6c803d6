import type { Metadata } from "next";
import { Main } from "@/components/layout/main";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <>
      <SiteHeader href="/" />
      <Main>
        <h1 className="nhsuk-heading-l">Page not found</h1>
        <p>If you typed the web address, check that it is correct.</p>
        <p>The page may have moved, or it may be about someone whose record you cannot see.</p>
        <p>
          <a href="/">Go to your home page</a>
        </p>
      </Main>
      <SiteFooter />
    </>
  );
}
