import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { guardPage } from "@/app/_server/page-guard";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { authorise } from "@/lib/auth/permission";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { pageNumber } from "@/lib/platform/pages";
import { listQueue, type QueueCounts } from "@/lib/sign-off/queue/queries";
import { DoneBanner } from "../_record/done-banner";
import { mayUseSection } from "../navigation";
import { QueueTable } from "./queue-table";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const done: Record<string, string> = {
  confirm: "You have confirmed the practice",
  refuse: "You have not confirmed the practice. They can read your reason",
};

export default guardPage(async ({ params, searchParams }: Props) => {
  const actor = await requireActor((await params).ods);
  const query = await searchParams;
  const queue = await listQueue(actor, londonDate(now()), pageNumber(query.page));
  // Any registrant can be named as having watched, also one who supervises nobody.
  if (queue.rows.length === 0 && !query.done) authorise(mayUseSection(actor, "queue"));
  return (
    <>
      <DoneBanner done={query.done} sentences={done} />
      <PageHeading>Waiting for you</PageHeading>
      {queue.rows.length === 0 ? (
        <EmptyState heading="Nothing waits for you">
          <p>
            <a href={trustPath(actor, "people")}>Find a person, or record practice that you watched</a>
          </p>
        </EmptyState>
      ) : (
        <QueueTable actor={actor} items={queue.rows} caption={captionOf(queue)} />
      )}
      <Pagination page={queue.page} pages={queue.pages} />
    </>
  );
}, "Waiting for you");

function captionOf({ practices, requests, reviews }: QueueCounts): string {
  const parts = [
    practices > 0 && `${practices} to confirm`,
    requests > 0 && `${requests} ${requests === 1 ? "request" : "requests"} to decide`,
    reviews > 0 && `${reviews} to reassess`,
  ];
  return `${parts.filter(Boolean).join(", ")}. Longest waiting first`;
}
