import { attentionOf } from "@/lib/readiness/attention/rules";
import { attentionSentence, type Names, nothingNeedsAttention } from "@/lib/readiness/attention/words";
import type { Readiness } from "@/lib/readiness/rules";

interface Props {
  readiness: Readiness;
  names: Names;
  /** Where a sentence leads: the part of the page that says more. */
  path?: string;
}

const parts = {
  short: "#cover",
  "will-be-short": "#cover",
  overdue: "#matrix",
  "not-current": "#matrix",
  "awaiting-authority": "#matrix",
  "single-holder": "#cover",
  "running-out": "#expiring",
} as const;

/** What needs attention, most pressing first, in sentences. */
export function AttentionList({ readiness, names, path = "" }: Props) {
  const items = attentionOf(readiness);
  if (items.length === 0) return <p>{nothingNeedsAttention}.</p>;
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {items.map((item) => {
        const sentence = attentionSentence(item, names);
        return (
          <li key={sentence}>
            <a href={`${path}${parts[item.kind]}`}>{sentence}</a>
          </li>
        );
      })}
    </ul>
  );
}
