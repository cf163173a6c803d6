import { redirect } from "next/navigation";
import { setStatus } from "@/app/_server/front/incoming";
import { readTypedEmail } from "@/app/_server/front/typed-email";
import { guardPage } from "@/app/_server/page-guard";
import { readSessionToken } from "@/app/_server/session-cookie";
import { refusalSentence } from "@/app/_server/words";
import { ActionForm } from "@/components/forms/action-form";
import type { FormState } from "@/components/forms/form-state";
import { PasswordInput } from "@/components/forms/password-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { PageHeading } from "@/components/ui/page-heading";
import { safeNextPath } from "@/lib/auth/schema";
import { findAccount } from "@/lib/auth/sessions";
import { listDemoAccounts } from "@/lib/auth/sign-in";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { Refusal } from "@/lib/platform/refusals";
import { signInAction } from "./actions";
import { DemoAccounts } from "./demo-accounts";

interface Props {
  searchParams: Promise<{ next?: string | string[]; busy?: string | string[] }>;
}

export default guardPage(async ({ searchParams }: Props) => {
  const asked = await searchParams;
  const next = safeNextPath(asked.next);
  const token = await readSessionToken();
  if (token && (await findAccount(token, now()))) redirect(next);
  const initial = asked.busy === undefined ? undefined : await tryAgain();
  const demoAccounts = await listDemoAccounts();
  return (
    <>
      <PageHeading>Sign in</PageHeading>
      <ActionForm action={signInAction.bind(null, next)} formKey={newId()} initial={initial}>
        <TextInput name="email" label="Email address" type="email" autoComplete="username" />
        <PasswordInput name="password" label="Password" />
        <SubmitButton>Sign in</SubmitButton>
      </ActionForm>
      {demoAccounts.length > 0 && <DemoAccounts accounts={demoAccounts} next={next} />}
    </>
  );
}, "Sign in");

/** The form was sent while too many others were waiting: it was not looked at, and what was typed is in it still. */
async function tryAgain(): Promise<FormState> {
  setStatus(503);
  const message = refusalSentence(new Refusal("rule", "sign-in-busy"));
  return { errors: [{ field: null, message }], values: { email: await readTypedEmail() } };
}
