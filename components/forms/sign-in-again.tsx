import { signInFields } from "./form-state";
import { PasswordInput } from "./password-input";
import { SubmitButton } from "./submit-button";
import { TextInput } from "./text-input";

/** Stands in the form's place when the session has ended; sent to the same action, which gives the form back, filled. */
export function SignInAgain({ sealed }: { sealed: string }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Sign in to carry on</h2>
      <p>You were signed out before this was saved. We have kept what you typed for 30 minutes.</p>
      <input type="hidden" name={signInFields.sealed} value={sealed} />
      <TextInput
        name={signInFields.email}
        label="Email address"
        type="email"
        autoComplete="username"
        width="20"
      />
      <PasswordInput name={signInFields.password} label="Password" />
      <SubmitButton>Sign in and go back to the form</SubmitButton>
    </>
  );
}
