import { trustPath } from "@/app/_server/addresses";
import { SummaryList } from "@/components/ui/summary-list";
import type { Actor } from "@/lib/auth/actor";
import { riskWords } from "@/lib/competencies/words";
import { formatDateTime } from "@/lib/platform/dates";
import type { DecisionPage } from "@/lib/sign-off/decision/queries";
import { requestStateWords } from "@/lib/sign-off/words";
import { Typed } from "../../../_record/typed";

/** What is asked, by whom, of whom and since when. */
export function Asked({ actor, page }: { actor: Actor; page: DecisionPage }) {
  const { request, evidence, steps, recordVisible } = page;
  const asked = steps.find(({ step }) => step === "submit");
  const { version } = evidence;
  const record = trustPath(actor, "people", request.staffId, "competencies", request.competencyId);
  const rows = [
    { key: "Who asks", value: recordVisible ? <a href={record}>{request.ownerName}</a> : request.ownerName },
    { key: "Competency", value: `${version.title} (${version.code}, version ${version.versionNumber})` },
    { key: "What it means", value: version.description },
    { key: "Risk", value: riskWords[version.rule.riskLevel] },
    { key: "Addressed to", value: request.addressedToName },
    {
      key: "State",
      value: `${requestStateWords[request.state]} since ${formatDateTime(request.stateSince)}`,
    },
    { key: "Round", value: request.round > 1 ? `${request.round}: returned before, see the history` : null },
    { key: "Their note", value: asked?.note ? <Typed>{asked.note}</Typed> : null },
  ];
  return <SummaryList rows={rows.filter(({ value }) => value)} />;
}
