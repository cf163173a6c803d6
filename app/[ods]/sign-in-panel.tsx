import { resumeAction } from "@/app/_server/forms/resume-action";
import { ActionForm } from "@/components/forms/action-form";
import type { FormState } from "@/components/forms/form-state";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/layout/page-title";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";

/** Stands in the page's place, at its address; signing in shows the page with its form filled. */
export function SignInPanel({ state }: { state: FormState }) {
  return (
    <>
      <PageTitle>You were signed out</PageTitle>
      <SiteHeader href="/" />
      <Main>
        <h1 className="nhsuk-heading-l">You were signed out</h1>
        <ActionForm action={resumeAction} formKey="" initial={state}>
          <p>
            <a href="/sign-in">Sign in and start again</a>
          </p>
        </ActionForm>
      </Main>
      <SiteFooter />
    </>
  );
}
