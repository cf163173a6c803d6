import { trustPath } from "@/app/_server/addresses";
import { InsetText } from "@/components/ui/inset-text";
import type { Actor } from "@/lib/auth/actor";
import { formatDate } from "@/lib/platform/dates";
import type { DeclinedRequest } from "@/lib/sign-off/record/declined/queries";
import { Typed } from "../../_record/typed";

/** Why the last request was declined, beside where the competency stands. */
export function DeclinedNotice({ actor, declined }: { actor: Actor; declined: readonly DeclinedRequest[] }) {
  return declined.map(({ requestId, declinedOn, byName, capacity, signatureId, reason }) => (
    <InsetText key={requestId}>
      <p>
        <strong>
          Declined on {formatDate(declinedOn)} by {byName} ({capacity})
        </strong>
      </p>
      <Typed>{reason}</Typed>
      <p>
        <a href={trustPath(actor, "requests", requestId)}>See the request</a> or{" "}
        <a href={trustPath(actor, "signatures", signatureId)}>what was signed</a>. You can ask again when this
        is put right.
      </p>
    </InsetText>
  ));
}
