import { trustPath } from "@/app/_server/addresses";
import { refusalSentence } from "@/app/_server/words";
import { InsetText } from "@/components/ui/inset-text";
import type { Actor } from "@/lib/auth/actor";
import type { CompetencyRecord } from "@/lib/sign-off/record/queries";
import { askFault } from "@/lib/sign-off/request/rules";

/** Why nothing can be asked for today, and what comes first instead of the form. */
export function NotToAsk({
  actor,
  record: { standing, supervisors, version },
}: {
  actor: Actor;
  record: Pick<CompetencyRecord, "standing" | "supervisors" | "version">;
}) {
  const code = askFault(standing);
  if (code) {
    return (
      <InsetText>
        <p>
          {refusalSentence({ kind: "rule", code, params: {} })}.{" "}
          <a href={trustPath(actor, "competencies", version.competencyId)}>See where it stands</a>.
        </p>
      </InsetText>
    );
  }
  if (supervisors.length > 0) return null;
  return (
    <InsetText>
      <p>Nobody is recorded as your supervisor today. Ask the education lead to name one.</p>
    </InsetText>
  );
}
