import type { ReactNode } from "react";
import { trustPath } from "@/app/_server/addresses";
import { requestPath } from "@/app/_server/request";
import { signOutAction } from "@/app/_server/sign-out-actions";
import { DemoBanner } from "@/components/layout/demo-banner";
import { Main } from "@/components/layout/main";
import { SignOutForm } from "@/components/layout/sign-out-form";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import type { Actor } from "@/lib/auth/actor";
import { navigationFor } from "./navigation";

interface Props {
  actor: Actor;
  /** How many the account may enter. */
  trusts: number;
  children: ReactNode;
}

/** Header with the actor's own navigation, the page, the footer. */
export async function TrustFrame({ actor, trusts, children }: Props) {
  const path = await requestPath();
  return (
    <>
      <SiteHeader
        href={trustPath(actor)}
        trustName={actor.trustName}
        account={{
          name: actor.name,
          href: trustPath(actor, "account"),
          signOut: <SignOutForm action={signOutAction} />,
          switchTrust: trusts > 1 ? { href: "/" } : undefined,
        }}
        items={navigationFor(actor, path)}
      />
      {actor.demo && <DemoBanner />}
      <Main>{children}</Main>
      <SiteFooter />
    </>
  );
}
