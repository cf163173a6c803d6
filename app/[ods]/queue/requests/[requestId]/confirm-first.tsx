import { trustPath } from "@/app/_server/addresses";
import { InsetText } from "@/components/ui/inset-text";
import type { Actor } from "@/lib/auth/actor";
import { formatDate } from "@/lib/platform/dates";
import type { DecisionPage } from "@/lib/sign-off/decision/queries";

interface Props {
  actor: Actor;
  practices: DecisionPage["toConfirm"];
}

/** Practice of this request that only the signer can answer: it comes before the decision. */
export function ConfirmFirst({ actor, practices }: Props) {
  const [only, another] = practices;
  if (!only) return null;
  const hrefOf = (id: string) => trustPath(actor, "queue", "practice", id);
  if (!another) {
    return (
      <InsetText>
        <p>
          <a href={hrefOf(only.id)}>Confirm the practice of {formatDate(only.performedOn)} first</a>. You
          watched it, and it does not count until you have answered.
        </p>
      </InsetText>
    );
  }
  return (
    <InsetText>
      <p>Confirm this practice first. You watched it, and it does not count until you have answered:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {practices.map(({ id, performedOn, settingName }) => (
          <li key={id}>
            <a href={hrefOf(id)}>
              Practice of {formatDate(performedOn)}, {settingName}
            </a>
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
