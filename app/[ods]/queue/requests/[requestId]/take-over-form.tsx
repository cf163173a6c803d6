import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { InsetText } from "@/components/ui/inset-text";
import type { Actor } from "@/lib/auth/actor";
import type { RequestRow } from "@/lib/sign-off/request/queries";
import { takeOverAction } from "./actions";

/** Addressed to a colleague: any eligible supervisor of the person may take it over, and that is a step. */
export async function TakeOverForm({
  ods,
  actor,
  request,
}: {
  ods: string;
  actor: Actor;
  request: RequestRow;
}) {
  return (
    <InsetText>
      <p>
        This request is addressed to {request.addressedToName}. You may take it over; deciding takes it over
        as well. {request.ownerName} is told.
      </p>
      <ActionForm
        action={takeOverAction.bind(null, ods)}
        {...(await formStart(actor, "take-over"))}
        idPrefix="take-over"
      >
        <input type="hidden" name="requestId" value={request.id} />
        <input type="hidden" name="seenVersion" value={request.version} />
        <SubmitButton variant="secondary" small>
          Take this request over
        </SubmitButton>
      </ActionForm>
    </InsetText>
  );
}
