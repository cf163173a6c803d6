import { redirect } from "next/navigation";
import { guardPage } from "@/app/_server/page-guard";
import { readSessionToken } from "@/app/_server/session-cookie";
import { ActionForm } from "@/components/forms/action-form";
import { PasswordInput } from "@/components/forms/password-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { PageHeading } from "@/components/ui/page-heading";
import { safeNextPath } from "@/lib/auth/schema";
import { findAccount } from "@/lib/auth/sessions";
import { listDemoAccounts } from "@/lib/auth/sign-in";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { signInAction } from "./actions";
import { DemoAccounts } from "./demo-accounts";

interface Props {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default guardPage(async ({ searchParams }: Props) => {
  const next = safeNextPath((await searchParams).next);
  const token = await readSessionToken();
  if (token && (await findAccount(token, now()))) redirect(next);
  const demoAccounts = await listDemoAccounts();
  return (
    <>
      <PageHeading>Sign in</PageHeading>
      <ActionForm action={signInAction.bind(null, next)} formKey={newId()}>
        <TextInput name="email" label="Email address" type="email" autoComplete="username" />
        <PasswordInput name="password" label="Password" />
        <SubmitButton>Sign in</SubmitButton>
      </ActionForm>
      {demoAccounts.length > 0 && <DemoAccounts accounts={demoAccounts} next={next} />}
    </>
  );
}, "Sign in");
