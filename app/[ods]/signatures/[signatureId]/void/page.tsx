import { requestContext, requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { ActionForm } from "@/components/forms/action-form";
import { PasswordInput } from "@/components/forms/password-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/forms/textarea";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { InsetText } from "@/components/ui/inset-text";
import { PageHeading } from "@/components/ui/page-heading";
import { authorise } from "@/lib/auth/permission";
import { recordView } from "@/lib/people/record-views/commands";
import { formatDate, londonDate } from "@/lib/platform/dates";
import type { AuthorityRow } from "@/lib/sign-off/authority/queries";
import { authorityKindWords, equipmentSentence } from "@/lib/sign-off/authority/words";
import { listEndedByVoid } from "@/lib/sign-off/holding/voiding/queries";
import { mayVoid } from "@/lib/sign-off/policy";
import { getSignature } from "@/lib/sign-off/signature/queries";
import { voidAction } from "./actions";

interface Props {
  params: Promise<{ ods: string; signatureId: string }>;
}

/** Takes back what was signed for the wrong person or the wrong competency: by its signer or the education lead. */
export default guardPage(async ({ params }: Props) => {
  const { ods, signatureId } = await params;
  const actor = await requireActor(ods);
  const ctx = await requestContext(actor);
  const signature = await getSignature(actor, soundId(signatureId), londonDate(ctx.now));
  const { id, ownerName, competencyTitle, signerName, signedAt, grantId, voidedOn } = signature;
  authorise(mayVoid(actor, signature));
  await recordView(ctx, signature.ownerId);
  const ended = await listEndedByVoid(actor, signature, londonDate(ctx.now));
  return (
    <>
      <PageTitle>{`${competencyTitle} – signed in error`}</PageTitle>
      <BackLink href={trustPath(actor, "signatures", id)}>Back to the signature</BackLink>
      <PageHeading caption={`${ownerName}: ${competencyTitle}`}>Signed in error</PageHeading>
      {grantId && !voidedOn ? (
        <ActionForm action={voidAction.bind(null, ods)} {...(await formStart(actor, "void"))}>
          <InsetText>
            <p>
              {signerName} signed this on {formatDate(londonDate(signedAt))}. It will count as never signed,
              and what stood before it counts again. {ownerName} is told. For doubts about somebody’s work,
              suspend or restrict the competency instead.
            </p>
          </InsetText>
          <EndsToo authorities={ended} person={ownerName} />
          <input type="hidden" name="signatureId" value={id} />
          <Textarea
            name="reason"
            label="What went wrong"
            hint="Such as the wrong person or the wrong competency. Give no patient details"
          />
          <PasswordInput
            name="password"
            label="Your password"
            hint="It changes what was signed, so it needs its own proof that it is you"
          />
          <SubmitButton variant="warning">Mark as signed in error</SubmitButton>
        </ActionForm>
      ) : (
        <p>There is nothing to take back here: this signature granted nothing, or is marked already.</p>
      )}
    </>
  );
});

/** What the employer authorised on the strength of it. */
function EndsToo({ authorities, person }: { authorities: readonly AuthorityRow[]; person: string }) {
  if (authorities.length === 0) return null;
  return (
    <>
      <p>This also ends, from today, what the employer authorised on the strength of it:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {authorities.map(({ id, kind, document, equipmentName, grantedByName }) => (
          <li key={id}>
            {authorityKindWords[kind]}, {document}
            {equipmentName && `, for ${equipmentSentence(equipmentName)}`}, granted by {grantedByName}
          </li>
        ))}
      </ul>
      <p>
        {person} and whoever granted it are told. After a new sign-off it has to be granted and accepted anew.
      </p>
    </>
  );
}
