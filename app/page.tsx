import { redirect } from "next/navigation";
import { Main } from "@/components/layout/main";
import { SignOutForm } from "@/components/layout/sign-out-form";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { CardGrid, NavCard } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { findAccount, listTrusts, type TrustOfMine } from "@/lib/auth/sessions";
import { now } from "@/lib/platform/clock";
import { trustPath } from "./_server/addresses";
import { guardFrame } from "./_server/page-guard";
import { readSessionToken } from "./_server/session-cookie";
import { signOutAction } from "./_server/sign-out-actions";

/** Leads on to the trust of whoever has one; others choose. */
export default guardFrame(async () => {
  const token = await readSessionToken();
  const account = token ? await findAccount(token, now()) : null;
  if (!token || !account) redirect("/sign-in");
  const trusts = await listTrusts(token, now());
  const [only, another] = trusts;
  if (only && !another) redirect(trustPath(only));
  return (
    <>
      <SiteHeader
        href="/"
        account={{ name: account.email, signOut: <SignOutForm action={signOutAction} /> }}
      />
      <Main>{only ? <ChooseTrust trusts={trusts} /> : <NoTrust />}</Main>
      <SiteFooter />
    </>
  );
}, "Your trusts");

function ChooseTrust({ trusts }: { trusts: TrustOfMine[] }) {
  return (
    <>
      <PageHeading>Choose a trust</PageHeading>
      <CardGrid>
        {trusts.map((trust) => (
          <li key={trust.ods}>
            <NavCard heading={trust.name} href={trustPath(trust)}>
              You are {trust.staffName} there
            </NavCard>
          </li>
        ))}
      </CardGrid>
    </>
  );
}

function NoTrust() {
  return (
    <>
      <PageHeading>You have no place in a trust at present</PageHeading>
      <p>
        Your sign-in works, but no trust lists you as a member of staff today. Ask the education lead of your
        trust.
      </p>
    </>
  );
}
