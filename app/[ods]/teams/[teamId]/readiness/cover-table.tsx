"use client";

import { CoverBar } from "@/components/charts/cover-bar";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { NamedCover } from "./named-cover";

/** Cover against its minimum, per competency and shift pattern; of plain data, which alone the page carries twice. */
export function CoverTable({ cover }: { cover: readonly NamedCover[] }) {
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
          <CoverRow key={line.key} line={line} />
        ))}
      </TableBody>
    </Table>
  );
}

function CoverRow({ line }: { line: NamedCover }) {
  const { competency, shift, sentence, have, minimum, who } = line;
  return (
    <TableRow>
      <TableHeader scope="row" heading="Competency">
        {competency}
      </TableHeader>
      <TableCell heading="Usual shift">{shift}</TableCell>
      <TableCell heading="Cover">
        <div>
          {sentence}
          <CoverBar have={have} minimum={minimum} />
          <CoverFlags line={line} />
        </div>
      </TableCell>
      <TableCell heading="Who">{who}</TableCell>
    </TableRow>
  );
}

function CoverFlags({ line: { short, singleHolder } }: { line: NamedCover }) {
  return (
    <>
      {short && (
        <Tag colour="red" shape="triangle">
          Short
        </Tag>
      )}{" "}
      {singleHolder && (
        <Tag colour="yellow" shape="triangle">
          {singleHolder}
        </Tag>
      )}
    </>
  );
}
