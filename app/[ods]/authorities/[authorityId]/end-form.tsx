import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/forms/textarea";
import type { Actor } from "@/lib/auth/actor";
import { addDays, formatDate, type IsoDate } from "@/lib/platform/dates";
import type { GrantedAuthority } from "@/lib/sign-off/authority/granted/queries";
import { endAuthorityAction } from "../actions";

interface Props {
  actor: Actor;
  granted: GrantedAuthority;
  today: IsoDate;
}

/** No day is proposed: from the day after it the person may not do the task. */
export async function EndAuthorityForm({ actor, granted, today }: Props) {
  const { id, personName, validFrom } = granted;
  const takesBack = `. To take it back altogether, enter the day before it begins, ${formatDate(addDays(validFrom, -1))}`;
  return (
    <ActionForm action={endAuthorityAction.bind(null, actor.ods)} {...(await formStart(actor, "end"))}>
      <input type="hidden" name="authorityId" value={id} />
      <DateField
        name="lastDay"
        legend="Last day"
        hint={`The last day on which it holds${validFrom < today ? "" : takesBack}`}
      />
      <Textarea
        name="reason"
        label="Why it ends"
        hint={`${personName} reads this, and so do their manager, supervisors and authorisers. Give no patient details`}
      />
      <SubmitButton variant="warning">End authority</SubmitButton>
    </ActionForm>
  );
}
