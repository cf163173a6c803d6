import { requireActor } from "@/app/_server/actor-session";
import { queryId, queryText } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { ChooseCompetency } from "./choose-competency";
import { NewPracticeForm } from "./new-practice-form";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** First the competency, as a link, because its rule decides what the form asks; then the form. */
export default guardPage(async ({ params, searchParams }: Props) => {
  const actor = await requireActor((await params).ods);
  const query = await searchParams;
  const competencyId = queryId(query.competency);
  if (competencyId === null) return ChooseCompetency({ actor, find: queryText(query.find) });
  return NewPracticeForm({ actor, competencyId, fromId: queryId(query.from) });
});
