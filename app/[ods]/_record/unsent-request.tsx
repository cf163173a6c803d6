import { trustPath } from "@/app/_server/addresses";
import { InsetText } from "@/components/ui/inset-text";
import type { Actor } from "@/lib/auth/actor";
import type { RequestRow } from "@/lib/sign-off/request/queries";

/** A request that its owner saved for later: nobody else knows of it. */
export function UnsentRequest({
  actor,
  request,
}: {
  actor: Actor;
  request: Pick<RequestRow, "id" | "state" | "addressedToName"> | null;
}) {
  if (request?.state !== "draft") return null;
  return (
    <InsetText>
      <p>
        You have not sent this yet: your request to {request.addressedToName} is saved for later.{" "}
        <a href={trustPath(actor, "requests", request.id)}>Send it, change it or withdraw it</a>.
      </p>
    </InsetText>
  );
}
