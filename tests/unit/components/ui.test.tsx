import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup as render } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CoverBar } from "@/components/charts/cover-bar";
import { SignOutForm } from "@/components/layout/sign-out-form";
import { SiteHeader } from "@/components/layout/site-header";
import { html } from "@/components/ui/html";
import { Pagination, shownPages } from "@/components/ui/pagination";
import { RawTableBody } from "@/components/ui/raw-table";
import { shapeNames } from "@/components/ui/shape";
import { Status } from "@/components/ui/status";
import { matrixWords, statusCell } from "@/components/ui/status-cell";
import { SummaryList } from "@/components/ui/summary-list";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { TaskList } from "@/components/ui/task-list";

const styles = readFileSync("app/styles/_statuses.scss", "utf8");

test("the style sheet draws each shape, and no two alike", () => {
  const drawn = shapeNames.map((name) => styles.match(new RegExp(`"${name}":\\s*"(M[^"]+)"`))?.[1]);
  expect(drawn).not.toContain(undefined);
  expect(new Set(drawn).size).toBe(shapeNames.length);
  expect(render(<Tag shape="tick">Competent</Tag>)).toBe(
    '<strong class="nhsuk-tag app-tag app-shape--tick">Competent</strong>',
  );
});

describe("matrix statuses", () => {
  test("each has its own word and class, and by it its own shape and colour", () => {
    const looks = matrixWords.map((word) => render(<Status word={word} />));
    const names = ["current", "due", "not-current", "training"];
    expect(looks.map((look) => look.replace(/<[^>]+>/g, ""))).toEqual([
      "Current",
      "Due",
      "Not current",
      "Training",
    ]);
    expect(looks.map((look) => look.match(/class="app-status--([^"]+)"/)?.[1])).toEqual(names);
    const given = names.map((name) => styles.match(new RegExp(`"${name}": \\(\\s*(.*),\\s*"([^"]+)"`)) ?? []);
    for (const part of [1, 2]) expect(new Set(given.map((found) => found[part])).size).toBe(names.length);
    for (const [, , shape] of given) expect(shapeNames).toContain(shape);
  });

  test("a cell leads to the record in its word, and escapes what it is given", () => {
    for (const word of matrixWords) {
      const { before, after } = statusCell({ word, note: 'O"Neil <b>' });
      const cell = String(html`${[before, html`${'/RX1/people/1?a="'}`, after]}`);
      expect(cell).toContain('href="/RX1/people/1?a=&quot;"');
      expect(cell).toContain("</a><br>O&quot;Neil &lt;b&gt;</td>");
    }
  });

  test("the raw body of a table is what the template made", () => {
    const row = html`<tr><td>${"<a>&"}</td></tr>`;
    expect(render(<RawTableBody body={row} />)).toBe(`<tbody class="nhsuk-table__body">${row}</tbody>`);
  });
});

describe("pagination", () => {
  test.each([
    [1, 3, [1, 2, 3]],
    [5, 9, [1, -3, 4, 5, 6, -8, 9]],
    [4, 7, [1, 2, 3, 4, 5, 6, 7]],
    [1, 40, [1, 2, -39, 40]],
  ])("page %i of %i", (page, pages, expected) => {
    expect(shownPages(page, pages)).toEqual(expected);
  });

  test("keeps filters in the address and says which page is current", () => {
    const markup = render(
      <Pagination page={2} pages={3} query={{ team: "a&b", page: "2", none: undefined }} />,
    );
    expect(markup).toContain('href="?team=a%26b&amp;page=3"');
    expect(markup.match(/aria-current="page"/g)).toHaveLength(1);
  });

  test("one page needs none", () => {
    expect(render(<Pagination page={1} pages={1} />)).toBe("");
  });
});

describe("lists and tables", () => {
  test("a task's link is described by its hint and status", () => {
    const markup = render(
      <TaskList
        tasks={[{ id: "t1", title: "Daily checks", href: "/t1", hint: "2 of 5", status: <Tag>Due</Tag> }]}
      />,
    );
    const ids = markup.match(/aria-describedby="([^"]+)"/)?.[1]?.split(" ") ?? [];
    expect(ids).toHaveLength(2);
    for (const id of ids) expect(markup).toContain(` id="${id}"`);
  });

  test("rows without an action keep their column beside rows with one", () => {
    const rows = [
      { key: "Name", value: "Amy", action: { href: "/change", text: "Change", about: "name" } },
      { key: "Team", value: "Ward 7" },
    ];
    const markup = render(<SummaryList rows={rows} />);
    expect(markup).toContain("nhsuk-summary-list__row--no-actions");
    expect(markup).toContain('Change<span class="nhsuk-u-visually-hidden"> name</span>');
  });

  test("a table that scrolls is a region named by its caption, within reach of the keyboard", () => {
    const markup = render(
      <Table caption="Readiness" scroll>
        <TableHead>
          <TableRow>
            <TableHeader>Name</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          <TableRow>
            <TableCell heading="Name">Amy</TableCell>
          </TableRow>
        </TableBody>
      </Table>,
    );
    const id = markup.match(/<caption id="([^"]+)"/)?.[1];
    expect(markup).toContain(`aria-labelledby="${id}" tabindex="0"`);
    expect(markup).toContain(
      '<span class="nhsuk-table-responsive__heading" aria-hidden="true">Name </span>Amy',
    );
  });
});

test("the header marks the current page and signs out by a form", () => {
  const markup = render(
    <SiteHeader
      href="/RX1"
      trustName="Northdale NHS Trust"
      account={{ name: "Amy Bell", signOut: <SignOutForm action="/sign-out" /> }}
      items={[
        { text: "Home", href: "/RX1" },
        { text: "Queue", href: "/RX1/queue", current: true },
      ]}
    />,
  );
  expect(markup).toContain('href="/RX1/queue" aria-current="page"');
  expect(markup).toContain('action="/sign-out" method="post"');
  expect(markup).not.toContain('aria-label="NHS"');
});

test("a cover bar says its numbers", () => {
  expect(render(<CoverBar have={1} minimum={3} />)).toMatch(/1 of 3 needed.*2 short of the minimum/);
  expect(render(<CoverBar have={3} minimum={3} />)).toContain("The minimum is met");
});

test("no component writes a style attribute or raw HTML of its own", () => {
  for (const path of readdirSync("components", { recursive: true }).map(String)) {
    if (!path.endsWith(".tsx")) continue;
    const source = readFileSync(join("components", path), "utf8");
    expect(source, path).not.toMatch(/\bstyle=/);
    if (path !== join("ui", "raw-table.tsx")) expect(source, path).not.toContain("dangerouslySetInnerHTML");
  }
});
