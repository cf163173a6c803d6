"use client";

import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { NamedExpiring } from "./named-expiring";

interface Props {
  caption: string;
  expiring: readonly NamedExpiring[];
}

/** Sign-offs that run out if nobody acts, soonest first; of plain data, which alone the page carries twice. */
export function ExpiringTable({ caption, expiring }: Props) {
  return (
    <Table caption={caption} responsive>
      <TableHead>
        <TableRow>
          <TableHeader>Person</TableHeader>
          <TableHeader>Competency</TableHeader>
          <TableHeader>Last valid day</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {expiring.map(({ href, person, competency, lastDay }) => (
          <TableRow key={href}>
            <TableHeader scope="row" heading="Person">
              {person}
            </TableHeader>
            <TableCell heading="Competency">
              <a href={href}>
                {competency}
                <span className="nhsuk-u-visually-hidden"> of {person}</span>
              </a>
            </TableCell>
            <TableCell heading="Last valid day">{lastDay}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
