import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { guardPage } from "@/app/_server/page-guard";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { Actor } from "@/lib/auth/actor";
import { isProfession } from "@/lib/people/registration-numbers";
import { listRegistrations, type NamedRegistration } from "@/lib/people/registrations/queries";
import { professionWords } from "@/lib/people/words";
import { now } from "@/lib/platform/clock";
import { formatDate, londonDate } from "@/lib/platform/dates";
import { pageNumber } from "@/lib/platform/pages";
import { AdminList } from "../admin-list";
import { RegistrationStandingTag } from "./registration-standing-tag";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default guardPage(async ({ params, searchParams }: Props) => {
  const actor = await requireActor((await params).ods);
  const query = await searchParams;
  const list = await listRegistrations(actor, londonDate(now()), pageNumber(query.page));
  return (
    <AdminList
      {...{ actor, list, done: query.done }}
      title="Registrations"
      intro="Nobody can sign on a registration that nobody has checked, whose check is due, that has lapsed, or that has conditions, unless you have recorded that these do not bear on assessing."
      whenEmpty="No registration is recorded yet"
    >
      <RegistrationTable actor={actor} rows={list.rows} />
    </AdminList>
  );
}, "Registrations");

function RegistrationTable({ actor, rows }: { actor: Actor; rows: NamedRegistration[] }) {
  return (
    <Table caption="Registrations, due first" responsive>
      <TableHead>
        <TableRow>
          <TableHeader>Name</TableHeader>
          <TableHeader>Registration</TableHeader>
          <TableHeader>Standing</TableHeader>
          <TableHeader>Check counts until</TableHeader>
          <TableHeader>
            <VisuallyHidden>Record a check</VisuallyHidden>
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ id, staffId, name, body, profession, number, standing, check }) => (
          <TableRow key={id}>
            <TableHeader scope="row" heading="Name">
              {name}
            </TableHeader>
            <TableCell heading="Registration">
              {isProfession(profession) ? professionWords[profession] : profession}, {body} {number}
            </TableCell>
            <TableCell heading="Standing">
              <RegistrationStandingTag standing={standing} />
            </TableCell>
            <TableCell heading="Check counts until">{countsUntil(standing, check)}</TableCell>
            <TableCell>
              {staffId !== actor.staffId && (
                <a href={trustPath(actor, "admin", "registrations", id)}>
                  Record a check<VisuallyHidden> of {name}</VisuallyHidden>
                </a>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** A check that found no entry has nothing left to count. */
function countsUntil(standing: NamedRegistration["standing"], check: NamedRegistration["check"]): string {
  if (!check) return "Not checked yet";
  return standing === "lapsed"
    ? `Lapsed from ${formatDate(check.effectiveOn)}`
    : formatDate(check.nextCheckDueOn);
}
