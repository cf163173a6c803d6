import { shiftPatternWords } from "@/lib/people/words";
import { formatDate } from "@/lib/platform/dates";
import { lowerFirst } from "@/lib/platform/sentences";
import type { CoverLine } from "../cover/rules";
import { coverSentence, singleHolderWords } from "../words";
import type { Attention } from "./rules";

/** What people and competencies are called. */
export interface Names {
  person: (staffId: string) => string;
  competency: (competencyId: string) => string;
}

/** What needs attention, in one sentence. */
export function attentionSentence(item: Attention, names: Names): string {
  switch (item.kind) {
    case "short":
      return `${names.competency(item.line.competencyId)}: ${coverSentence(item.line)}`;
    case "will-be-short":
      return `${subject(item.line, names)} will be short from ${formatDate(item.from)} if nobody acts`;
    case "overdue":
      return `${count(item.cells, "mandatory competency is", "mandatory competencies are")} overdue: ${someOf(item.staffIds.map(names.person))}`;
    case "not-current":
      return `${count(item.cells, "mandatory competency is", "mandatory competencies are")} not current: ${someOf(item.staffIds.map(names.person))}`;
    case "awaiting-authority":
      return `${count(item.cells, "mandatory competency is", "mandatory competencies are")} signed off, not yet entitled: ${someOf(item.staffIds.map(names.person))}`;
    case "single-holder":
      return `${names.competency(item.line.competencyId)}: ${lowerFirst(singleHolderWords(item.line))}, ${names.person(item.holderId)}`;
    case "running-out":
      return `${count(item.within30, "sign-off runs", "sign-offs run")} out within 30 days`;
  }
}

export const nothingNeedsAttention =
  "Nothing needs attention: cover is met and nothing runs out within 30 days";

function subject({ competencyId, shiftPattern }: CoverLine, names: Names): string {
  const when = shiftPattern === "any" ? "" : ` on ${shiftPatternWords[shiftPattern].toLowerCase()}`;
  return `${names.competency(competencyId)}${when}`;
}

const mostNamed = 3;

function someOf(people: readonly string[]): string {
  const more = people.length - mostNamed;
  const named = people.slice(0, mostNamed).join(", ");
  return more > 0 ? `${named} and ${more} more` : named;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Looks names up in what a team's readiness came with. */
export function namesIn({
  people,
  columns,
}: {
  people: readonly { staffId: string; name: string }[];
  columns: readonly { competencyId: string; title: string }[];
}): Names {
  const persons = new Map(people.map(({ staffId, name }) => [staffId, name]));
  const titles = new Map(columns.map(({ competencyId, title }) => [competencyId, title]));
  return {
    person: (staffId) => persons.get(staffId) ?? "Somebody",
    competency: (competencyId) => titles.get(competencyId) ?? "A competency",
  };
}
