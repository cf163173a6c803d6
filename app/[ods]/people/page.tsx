import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { queryText } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { type DirectoryEntry, listPeople } from "@/lib/people/directory/queries";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { pageNumber } from "@/lib/platform/pages";
import { countWaiting, type WaitingForPerson } from "@/lib/sign-off/queue/people/queries";
import { waitingSentence } from "@/lib/sign-off/queue/people/words";
import { NameSearch } from "../name-search";
import { mayUseSection } from "../navigation";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default guardPage(async ({ params, searchParams }: Props) => {
  const actor = await requireActor((await params).ods);
  authorise(mayUseSection(actor, "people"));
  const query = await searchParams;
  const name = queryText(query.name);
  const on = londonDate(now());
  const people = await listPeople(actor, on, { name, page: pageNumber(query.page) });
  const waiting = await countWaiting(
    actor,
    people.rows.map(({ id }) => id),
    on,
  );
  return (
    <>
      <PageHeading>People</PageHeading>
      <NameSearch name={name} />
      {people.rows.length === 0 ? (
        <Nobody name={name} />
      ) : (
        <PeopleTable actor={actor} people={people.rows} waiting={waiting} />
      )}
      <Pagination page={people.page} pages={people.pages} query={{ name }} />
    </>
  );
}, "People");

function Nobody({ name }: { name: string }) {
  if (!name) return <EmptyState heading="There is nobody whose record you may see today" />;
  return (
    <EmptyState heading={`Nobody whose record you may see is called “${name}”`}>
      <p>Search for part of the name, or ask the education lead to name you as their supervisor.</p>
    </EmptyState>
  );
}

interface TableProps {
  actor: Actor;
  people: readonly DirectoryEntry[];
  waiting: ReadonlyMap<string, WaitingForPerson>;
}

function PeopleTable({ actor, people, waiting }: TableProps) {
  const isMine = ({ id }: DirectoryEntry) => actor.superviseeIds.includes(id);
  // Said only where it tells some from others.
  const tells = people.some(isMine) && !people.every(isMine);
  return (
    <Table caption="People whose record you may see" captionSize="s" responsive>
      <TableHead>
        <TableRow>
          <TableHeader>Name</TableHeader>
          <TableHeader>Post</TableHeader>
          <TableHeader>Waiting</TableHeader>
          {tells && <TableHeader>Supervised by you</TableHeader>}
        </TableRow>
      </TableHead>
      <TableBody>
        {people.map((person) => (
          <TableRow key={person.id}>
            <TableHeader scope="row" heading="Name">
              <a href={trustPath(actor, "people", person.id)}>{person.name}</a>
            </TableHeader>
            <TableCell heading="Post">{person.posts.join("; ") || "No post today"}</TableCell>
            <TableCell heading="Waiting">{waitingSentence(waiting.get(person.id))}</TableCell>
            {tells && <TableCell heading="Supervised by you">{isMine(person) ? "Yes" : "No"}</TableCell>}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
