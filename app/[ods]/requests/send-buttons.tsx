import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonGroup } from "@/components/ui/button";

/** Now or later: what is saved for later is seen by nobody else. */
export function SendButtons() {
  return (
    <ButtonGroup>
      <SubmitButton name="intent" value="submit">
        Ask for sign-off
      </SubmitButton>
      <SubmitButton name="intent" value="draft" variant="secondary">
        Save and ask later
      </SubmitButton>
    </ButtonGroup>
  );
}
