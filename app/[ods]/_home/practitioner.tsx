import { trustPath } from "@/app/_server/addresses";
import { ActionLink } from "@/components/ui/action-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TaskList } from "@/components/ui/task-list";
import type { Actor } from "@/lib/auth/actor";
import { listUnfinishedPractices } from "@/lib/evidence/practice/choices/queries";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { listDeclined } from "@/lib/sign-off/record/declined/queries";
import { listRecord } from "@/lib/sign-off/record/queries";
import { DeclinedRequests } from "./declined-requests";
import { Limited } from "./limited";
import { competencyTask, practiceTask, unsentTask } from "./practitioner-tasks";
import { ReturnedRequests } from "./returned-requests";

const shown = 6;

/** What is no longer as the person had it, and not by their doing. */
const disturbed: readonly Item["standing"]["status"][] = ["suspended", "restricted", "voided"];

/** An assistant practitioner's part of home: what came back, what to do, and whom they wait for. */
export async function PractitionerHome({ actor }: { actor: Actor }) {
  const on = londonDate(now());
  const [record, practices, declined] = await Promise.all([
    listRecord(actor, actor.staffId, on),
    listUnfinishedPractices(actor, on),
    listDeclined(actor, on),
  ]);
  const items = record.frameworks.flatMap((framework) => framework.items);
  const returned = items.filter(({ request }) => request?.state === "returned");
  const unsent = items.filter(({ request }) => request?.state === "draft");
  const mine = items.filter((item) => isMine(item) && !returned.includes(item) && !unsent.includes(item));
  const limited = items.filter(isLimited);
  const theirs = items.filter((item) => item.standing.nextStep && !isMine(item) && !isLimited(item));
  return (
    <>
      <Limited actor={actor} items={limited} />
      <ReturnedRequests actor={actor} items={returned} />
      <DeclinedRequests actor={actor} declined={declined} />
      <ButtonLink href={trustPath(actor, "practice", "new")}>Record practice</ButtonLink>
      <Tasks
        id="to-do"
        heading="To do"
        tasks={[
          ...practices.map((practice) => practiceTask(actor, practice)),
          ...unsent.map((item) => unsentTask(actor, item)),
          ...mine.sort(byUrgency).map((item) => competencyTask(actor, item)),
        ]}
        more={`${trustPath(actor, "competencies")}?show=to-do`}
        nothing="Nothing waits for you"
      />
      <Tasks
        id="waiting-for-others"
        heading="Waiting for others"
        tasks={theirs.map((item) => competencyTask(actor, item))}
        more={`${trustPath(actor, "competencies")}?show=waiting`}
        nothing="You are not waiting for anybody"
      />
      <ActionLink href={trustPath(actor, "competencies")}>All my competencies</ActionLink>
    </>
  );
}

function isMine({ standing }: Item): boolean {
  return standing.nextStep?.holder === "you";
}

function isLimited({ standing }: Item): boolean {
  const { status, nextStep } = standing;
  return disturbed.includes(status) || nextStep?.code === "authority-ended";
}

type Task = ReturnType<typeof competencyTask>;

interface TasksProps {
  id: string;
  heading: string;
  tasks: readonly Task[];
  more: string;
  nothing: string;
}

function Tasks({ id, heading, tasks, more, nothing }: TasksProps) {
  return (
    <section aria-labelledby={id}>
      <h2 className="nhsuk-heading-m" id={id}>
        {heading}
      </h2>
      {tasks.length === 0 ? <EmptyState heading={nothing} /> : <TaskList tasks={tasks.slice(0, shown)} />}
      {tasks.length > shown && (
        <p>
          <a href={more}>
            See all {tasks.length} under “{heading.toLowerCase()}”
          </a>
        </p>
      )}
    </section>
  );
}

type Item = Parameters<typeof competencyTask>[1];

const urgency = ["answer-return", "answer-decline", "accept-authority", "sign-off-again", "renew", "ask"];

/** What came back, runs out or is ready goes before what is still to be learnt; mandatory before optional. */
function byUrgency(a: Item, b: Item): number {
  return rank(a) - rank(b) || Number(b.requirement === "mandatory") - Number(a.requirement === "mandatory");
}

function rank({ standing }: Item): number {
  const place = urgency.indexOf(standing.nextStep?.code ?? "");
  return place === -1 ? urgency.length : place;
}
