import { trustPath } from "@/app/_server/addresses";
import { PageTitle } from "@/components/layout/page-title";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import type { Actor } from "@/lib/auth/actor";
import { listLastUsed } from "@/lib/evidence/practice/choices/queries";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { listRecord } from "@/lib/sign-off/record/queries";
import { FindCompetency } from "../_form/find-competency";
import { FirstChoices } from "../_form/first-choices";
import { recentOrNeeded } from "../_form/recent-or-needed";

/** Recent and needed competencies first; below them every other one. */
export async function ChooseCompetency({ actor, find }: { actor: Actor; find: string }) {
  const on = londonDate(now());
  const [record, lastUsed] = await Promise.all([
    listRecord(actor, actor.staffId, on),
    listLastUsed(actor, actor.staffId, on),
  ]);
  const items = record.frameworks.flatMap((framework) => framework.items);
  const { recent, needed } = recentOrNeeded(items, lastUsed);
  const hrefOf = (id: string) => `${trustPath(actor, "practice", "new")}?competency=${id}`;
  return (
    <>
      <PageTitle>Record supervised practice</PageTitle>
      <PageHeading caption="Record supervised practice">What did you practise?</PageHeading>
      <FirstChoices heading="Recent" items={recent} hrefOf={hrefOf} />
      <FirstChoices heading="Practice needed" items={needed} hrefOf={hrefOf} />
      {recent.length + needed.length === 0 && (
        <EmptyState heading="No competency of yours needs practice today">
          <p>Choose any other competency below.</p>
        </EmptyState>
      )}
      <FindCompetency actor={actor} on={on} find={find} hrefOf={hrefOf} />
    </>
  );
}
