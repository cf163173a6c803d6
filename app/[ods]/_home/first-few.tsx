import { ActionLink } from "@/components/ui/action-link";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

/** How many of each kind home shows; the rest stands behind a link. */
export const shownOnHome = 5;

interface Item {
  id: string;
  text: string;
  href: string;
  about: string;
  detail: string;
}

interface Props {
  /** What waits, as a heading with its number: "3 registrations to check". */
  caption: string;
  columns: readonly [string, string, string];
  items: readonly Item[];
  all?: { href: string; text: string } | undefined;
}

/** The first of what waits, each leading to where it is done. */
export function FirstFew({ caption, columns, items, all }: Props) {
  const [first, second, third] = columns;
  return (
    <>
      <Table caption={caption} captionSize="s" responsive>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableHeader key={column}>{column}</TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(({ id, text, href, about, detail }) => (
            <TableRow key={id}>
              <TableHeader scope="row" heading={first}>
                <a href={href}>{text}</a>
              </TableHeader>
              <TableCell heading={second}>{about}</TableCell>
              <TableCell heading={third}>{detail}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {all && <ActionLink href={all.href}>{all.text}</ActionLink>}
    </>
  );
}

/** "1 request", "5 requests". */
export function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
