import { trustPath } from "@/app/_server/addresses";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import type { Actor } from "@/lib/auth/actor";
import type { CompetencyRecord } from "@/lib/sign-off/record/queries";
import { canAsk, canSend } from "@/lib/sign-off/request/rules";
import type { RequestState } from "@/lib/sign-off/workflow";

const openWords: Partial<Record<RequestState, string>> = {
  returned: "Answer the return",
  draft: "Finish my request",
};

/** What the person can do about this competency now; the next step first. */
export function NextActions({ actor, record }: { actor: Actor; record: CompetencyRecord }) {
  const { version, standing, request } = record;
  const query = `?competency=${version.competencyId}`;
  const { nextStep } = standing;
  const askFirst = nextStep?.code === "ask" || (nextStep?.code === "renew" && !nextStep.need);
  const practiceFirst = !askFirst && request?.state !== "returned" && standing.status !== "suspended";
  const practise = (
    <ButtonLink
      key="practise"
      href={trustPath(actor, "practice", "new") + query}
      {...(practiceFirst ? {} : { variant: "secondary" })}
    >
      Record practice
    </ButtonLink>
  );
  const ask = canAsk(record) && (
    <ButtonLink
      key="ask"
      href={trustPath(actor, "requests", "new") + query}
      {...(askFirst ? {} : { variant: "secondary" })}
    >
      {standing.expiresOn ? "Ask for sign-off again" : "Ask for sign-off"}
    </ButtonLink>
  );
  const open = request && (
    <ButtonLink
      key="open"
      href={trustPath(actor, "requests", request.id)}
      {...(request.state === "submitted" ? { variant: "secondary" } : {})}
    >
      {(canSend(record) && openWords[request.state]) || "See my request"}
    </ButtonLink>
  );
  return (
    <ButtonGroup>
      {askFirst || request?.state === "returned" ? [ask, open, practise] : [practise, ask, open]}
    </ButtonGroup>
  );
}
