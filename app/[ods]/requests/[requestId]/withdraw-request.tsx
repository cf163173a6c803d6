import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { Actor } from "@/lib/auth/actor";
import type { RequestRow } from "@/lib/sign-off/request/queries";
import { withdrawRequestAction } from "./actions";

export async function WithdrawRequest({ actor, request }: { actor: Actor; request: RequestRow }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Withdraw my request</h2>
      <p>Your practice and theory stay. You can ask again at any time.</p>
      <ActionForm
        action={withdrawRequestAction.bind(null, actor.ods)}
        idPrefix="withdraw"
        {...(await formStart(actor, "withdraw"))}
      >
        <input type="hidden" name="requestId" value={request.id} />
        <input type="hidden" name="seenVersion" value={request.version} />
        <SubmitButton variant="secondary">Withdraw my request</SubmitButton>
      </ActionForm>
    </>
  );
}
