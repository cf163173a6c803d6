import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { readSessionToken } from "@/app/_server/session-cookie";
import { signOutEverywhereAction } from "@/app/_server/sign-out-actions";
import { PageTitle } from "@/components/layout/page-title";
import { ActionLink } from "@/components/ui/action-link";
import { Button } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { findAccount } from "@/lib/auth/sessions";
import { now } from "@/lib/platform/clock";
import { formatDateTime } from "@/lib/platform/dates";

interface Props {
  params: Promise<{ ods: string }>;
}

export default async function AccountPage({ params }: Props) {
  const actor = await requireActor((await params).ods);
  const token = await readSessionToken();
  const account = token ? await findAccount(token, now()) : null;
  return (
    <>
      <PageTitle>Your account</PageTitle>
      <PageHeading>Your account</PageHeading>
      <SummaryList
        rows={[
          { key: "Name", value: actor.name },
          { key: "Trust", value: actor.trustName },
          ...(account
            ? [
                { key: "Email address", value: account.email },
                { key: "Signed in until", value: `${formatDateTime(account.expiresAt)}, at the latest` },
              ]
            : []),
        ]}
      />
      <ActionLink href={trustPath(actor, "account", "views")}>Who looked at your record</ActionLink>
      <h2 className="nhsuk-heading-m">Sign out everywhere</h2>
      <p>
        Use this if you left yourself signed in on a shared computer. You are signed out of every browser at
        once, this one too.
      </p>
      <form action={signOutEverywhereAction}>
        <Button variant="warning">Sign out everywhere</Button>
      </form>
    </>
  );
}
