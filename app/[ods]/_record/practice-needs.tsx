import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { missingKinds } from "@/lib/evidence/practice/rules";
import type { PracticeNeed, PracticeProgress } from "@/lib/evidence/rules";
import { practiceNeedSentence, practiceNeedTitle } from "@/lib/evidence/words";

/** Which kind of practice is still missing, first in sentences, then measured part by part. */
export function PracticeNeeds({ progress, awaiting }: { progress: PracticeProgress; awaiting: number }) {
  const missing = missingKinds(progress);
  return (
    <>
      <h3 className="nhsuk-heading-s">Practice still missing</h3>
      {missing.length === 0 ? (
        <p>No practice is missing.</p>
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {missing.map((need) => (
            <li key={keyOf(need)}>{practiceNeedSentence(need)}</li>
          ))}
        </ul>
      )}
      {missing.length > 0 && awaiting > 0 && (
        <p>
          {awaiting} awaiting confirmation: {awaiting === 1 ? "it counts" : "they count"} once whoever watched
          has confirmed {awaiting === 1 ? "it" : "them"}.
        </p>
      )}
      <Table caption="Practice that counts, against the rule" captionSize="s" responsive compact>
        <TableHead>
          <TableRow>
            <TableHeader>Part of the rule</TableHeader>
            <TableHeader numeric>Needed</TableHeader>
            <TableHeader numeric>There</TableHeader>
            <TableHeader>Met</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {progress.needs.map((need) => (
            <NeedRow key={keyOf(need)} need={need} />
          ))}
        </TableBody>
      </Table>
    </>
  );
}

function NeedRow({ need }: { need: PracticeNeed }) {
  return (
    <TableRow>
      <TableHeader scope="row" heading="Part of the rule">
        {practiceNeedTitle(need)}
      </TableHeader>
      <TableCell heading="Needed" numeric>
        {need.needed}
      </TableCell>
      <TableCell heading="There" numeric>
        {need.have}
      </TableCell>
      <TableCell heading="Met">
        {need.met ? (
          "Met"
        ) : (
          <Tag colour="grey" shape="ring">
            Not met
          </Tag>
        )}
      </TableCell>
    </TableRow>
  );
}

function keyOf({ code, settingKind }: PracticeNeed): string {
  return `${code}-${settingKind ?? ""}`;
}
