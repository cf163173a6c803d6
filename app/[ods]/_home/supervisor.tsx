import { trustPath } from "@/app/_server/addresses";
import { ActionLink } from "@/components/ui/action-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { listQueue } from "@/lib/sign-off/queue/queries";
import { QueueTable } from "../queue/queue-table";

const shown = 10;

/** A supervisor's part of home: what waits for them, longest first. */
export async function SupervisorHome({ actor }: { actor: Actor }) {
  const queue = await listQueue(actor, londonDate(now()));
  const waiting = queue.practices + queue.requests + queue.reviews;
  return (
    <section aria-labelledby="waiting-for-you">
      <h2 className="nhsuk-heading-m" id="waiting-for-you">
        Waiting for you
      </h2>
      {waiting === 0 ? (
        <EmptyState heading="Nothing waits for you">
          <p>When somebody asks you to confirm practice or to sign a competency off, it appears here.</p>
        </EmptyState>
      ) : (
        <QueueTable
          actor={actor}
          items={queue.rows.slice(0, shown)}
          caption={
            waiting > shown ? `The ${shown} that have waited longest, of ${waiting}` : "Longest waiting first"
          }
        />
      )}
      {waiting > shown && (
        <ActionLink href={trustPath(actor, "queue")}>See all {waiting} that wait for you</ActionLink>
      )}
      <ActionLink href={trustPath(actor, "people")}>
        Find a person, or record practice that you watched
      </ActionLink>
    </section>
  );
}
