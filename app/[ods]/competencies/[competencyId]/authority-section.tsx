import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { Actor } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/platform/dates";
import type { AuthorityRow } from "@/lib/sign-off/authority/queries";
import { isOver } from "@/lib/sign-off/authority/rules";
import type { CompetencyRecord } from "@/lib/sign-off/record/queries";
import { AuthorityList } from "../../_record/authority-list";
import { acceptAuthorityAction } from "./actions";

interface Props {
  actor: Actor;
  record: CompetencyRecord;
  on: IsoDate;
}

/** The employer's authority, where the competency asks for one, and the form that accepts the responsibility. */
export function AuthoritySection({ actor, record: { authorities, standing, version }, on }: Props) {
  if (standing.authority === "not-needed" && authorities.length === 0) return null;
  const waits = (authority: AuthorityRow) => authority.acceptedOn === null && !isOver(authority, on);
  return (
    <>
      <h2 className="nhsuk-heading-m">Authority</h2>
      {authorities.length === 0 && (
        <p>
          Your employer has not authorised you yet. Being signed off shows ability; this counts once an
          authoriser has entitled you and you have accepted the responsibility.
        </p>
      )}
      <AuthorityList
        authorities={authorities}
        actionFor={(authority) =>
          waits(authority) && <AcceptForm actor={actor} authority={authority} title={version.title} />
        }
      />
    </>
  );
}

async function AcceptForm(props: { actor: Actor; authority: AuthorityRow; title: string }) {
  const { actor, authority, title } = props;
  return (
    <ActionForm
      action={acceptAuthorityAction.bind(null, actor.ods)}
      idPrefix={authority.id}
      {...(await formStart(actor, `accept-${authority.id}`))}
    >
      <p>
        By accepting I say that I have read “{authority.document}”, that I know what I may do and what I may
        not, and that I take responsibility for “{title}”
        {authority.equipmentName && ` on the ${authority.equipmentName}`} within those limits.
      </p>
      <input type="hidden" name="authorityId" value={authority.id} />
      <input type="hidden" name="competencyId" value={authority.competencyId} />
      <SubmitButton>Accept the responsibility</SubmitButton>
    </ActionForm>
  );
}
