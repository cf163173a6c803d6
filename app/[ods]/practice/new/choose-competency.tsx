import { trustPath } from "@/app/_server/addresses";
import { Details } from "@/components/ui/details";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { TaskList } from "@/components/ui/task-list";
import type { Actor } from "@/lib/auth/actor";
import { listCompetencies } from "@/lib/competencies/queries";
import { listLastUsed } from "@/lib/evidence/practice/choices/queries";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { listRecord, type RecordItem } from "@/lib/sign-off/record/queries";
import { StandingTag } from "../../_record/standing-tag";
import { recentOrNeeded } from "./recent-or-needed";

/** Recent and needed competencies first; below them every other one. */
export async function ChooseCompetency({ actor }: { actor: Actor }) {
  const on = londonDate(now());
  const [record, lastUsed, all] = await Promise.all([
    listRecord(actor, actor.staffId, on),
    listLastUsed(actor, actor.staffId, on),
    listCompetencies(actor, on),
  ]);
  const { recent, needed } = recentOrNeeded(
    record.frameworks.flatMap(({ items }) => items),
    lastUsed,
  );
  const hrefOf = (id: string) => `${trustPath(actor, "practice", "new")}?competency=${id}`;
  return (
    <>
      <PageHeading caption="Record supervised practice">What did you practise?</PageHeading>
      <Choices heading="Recent" items={recent} hrefOf={hrefOf} />
      <Choices heading="Practice needed" items={needed} hrefOf={hrefOf} />
      {recent.length + needed.length === 0 && (
        <EmptyState heading="No competency of yours needs practice today">
          <p>Choose any other competency below.</p>
        </EmptyState>
      )}
      <Details summary="Another competency">
        {byFramework(all).map(([title, competencies]) => (
          <section key={title}>
            <h2 className="nhsuk-heading-s">{title}</h2>
            <ul className="nhsuk-list">
              {competencies.map((competency) => (
                <li key={competency.id}>
                  <a href={hrefOf(competency.id)}>{competency.title}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Details>
    </>
  );
}

interface ChoicesProps {
  heading: string;
  items: readonly RecordItem[];
  hrefOf: (id: string) => string;
}

function Choices({ heading, items, hrefOf }: ChoicesProps) {
  if (items.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">{heading}</h2>
      <TaskList
        tasks={items.map(({ competencyId, title, groupTitle, standing }) => ({
          id: competencyId,
          title,
          href: hrefOf(competencyId),
          hint: groupTitle,
          status: <StandingTag standing={standing} />,
        }))}
      />
    </>
  );
}

function byFramework<T extends { frameworkTitle: string }>(competencies: readonly T[]): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const competency of competencies) {
    const group = groups.get(competency.frameworkTitle) ?? [];
    group.push(competency);
    groups.set(competency.frameworkTitle, group);
  }
  return [...groups];
}
