import { CoverBar } from "@/components/charts/cover-bar";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { shiftPatternWords } from "@/lib/people/words";
import type { Names } from "@/lib/readiness/attention/words";
import type { CoverLine } from "@/lib/readiness/rules";
import { coverSentence, singleHolderWords } from "@/lib/readiness/words";

/** Cover against its minimum, per competency and shift pattern. */
export function CoverTable({ cover, names }: { cover: readonly CoverLine[]; names: Names }) {
  return (
    <Table caption="Cover against the minimum" captionHidden responsive>
      <TableHead>
        <TableRow>
          <TableHeader>Competency</TableHeader>
          <TableHeader>Usual shift</TableHeader>
          <TableHeader>Cover</TableHeader>
          <TableHeader>Who</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {cover.map((line) => (
          <CoverRow key={`${line.competencyId} ${line.shiftPattern}`} line={line} names={names} />
        ))}
      </TableBody>
    </Table>
  );
}

function CoverRow({ line, names }: { line: CoverLine; names: Names }) {
  const { competencyId, shiftPattern, minimum, holders } = line;
  return (
    <TableRow>
      <TableHeader scope="row" heading="Competency">
        {names.competency(competencyId)}
      </TableHeader>
      <TableCell heading="Usual shift">{shiftPatternWords[shiftPattern]}</TableCell>
      <TableCell heading="Cover">
        <div>
          {coverSentence(line)}
          <CoverBar have={holders.length} minimum={minimum} />
          <CoverFlags line={line} />
        </div>
      </TableCell>
      <TableCell heading="Who">{holders.map(names.person).join(", ") || "Nobody"}</TableCell>
    </TableRow>
  );
}

function CoverFlags({ line }: { line: CoverLine }) {
  return (
    <>
      {line.short && (
        <Tag colour="red" shape="triangle">
          Short
        </Tag>
      )}{" "}
      {line.singleHolder && (
        <Tag colour="yellow" shape="triangle">
          {singleHolderWords(line)}
        </Tag>
      )}
    </>
  );
}
