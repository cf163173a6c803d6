import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { formatDate, formatDateTime, londonDate } from "@/lib/platform/dates";
import type { TimelineEntry } from "@/lib/sign-off/record/timeline/rules";
import { Typed } from "./typed";

interface Props {
  entries: readonly TimelineEntry[];
  signatureHref?: (signatureId: string) => string;
}

/** Everything that ever happened, latest first. */
export function TimelineList({ entries, signatureHref }: Props) {
  if (entries.length === 0) return <p>Nothing has happened yet.</p>;
  return (
    <Timeline>
      {entries.map(({ id, at, kind, title, byName, detail, signatureId }) => (
        <TimelineItem
          key={id}
          heading={title}
          when={kind === "theory" ? formatDate(londonDate(at)) : formatDateTime(at)}
          dateTime={at}
          by={byName ?? undefined}
        >
          {detail && <Typed>{detail}</Typed>}
          {signatureId && signatureHref && (
            <p>
              <a href={signatureHref(signatureId)}>
                See the signature<VisuallyHidden> of {formatDateTime(at)}</VisuallyHidden>
              </a>
            </p>
          )}
        </TimelineItem>
      ))}
    </Timeline>
  );
}
