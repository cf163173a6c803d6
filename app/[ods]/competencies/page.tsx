import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { guardPage } from "@/app/_server/page-guard";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { SubNav } from "@/components/ui/sub-nav";
import { authorise } from "@/lib/auth/permission";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { pageNumber } from "@/lib/platform/pages";
import { listRecord } from "@/lib/sign-off/record/queries";
import { RecordList } from "../_record/record-list";
import { ProductDefaults } from "../_record/rules-panel";
import { mayUseSection } from "../navigation";
import { type Filter, filterOf, filters, filterWords, itemsOf, pageOf } from "./shown";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default guardPage(async ({ params, searchParams }: Props) => {
  const actor = await requireActor((await params).ods);
  authorise(mayUseSection(actor, "competencies"));
  const { show, page } = await searchParams;
  const record = await listRecord(actor, actor.staffId, londonDate(now()));
  const filter = filterOf(show);
  const shown = pageOf(record.frameworks, filter, pageNumber(page));
  const path = trustPath(actor, "competencies");
  return (
    <>
      <PageHeading>My competencies</PageHeading>
      <SubNav
        label="What needs doing"
        items={filters.map((one) => ({
          text: `${filterWords[one]} (${itemsOf(record.frameworks, one).length})`,
          href: one === "all" ? path : `${path}?show=${one}`,
          current: one === filter,
        }))}
      />
      <ButtonLink href={trustPath(actor, "practice", "new")}>Record practice</ButtonLink>
      {shown.frameworks.length === 0 && <Nothing filter={filter} />}
      <RecordList
        own
        frameworks={shown.frameworks}
        hrefOf={({ competencyId }) => trustPath(actor, "competencies", competencyId)}
      />
      <Pagination page={shown.page} pages={shown.pages} query={filter === "all" ? {} : { show: filter }} />
      {shown.frameworks.some(({ productDefaults }) => productDefaults) && <ProductDefaults />}
      <p>
        <a href={trustPath(actor, "account", "views")}>Who looked at my record</a>
      </p>
    </>
  );
}, "My competencies");

function Nothing({ filter }: { filter: Filter }) {
  const headings: Record<Filter, string> = {
    all: "Your team asks for no competency of your job role yet",
    "to-do": "Nothing waits for you",
    waiting: "You are not waiting for anybody",
    "signed-off": "Nothing is signed off yet",
  };
  return (
    <EmptyState heading={headings[filter]}>
      <p>
        {filter === "all"
          ? "Ask your manager or the education lead which competencies you work towards."
          : "Look at all your competencies to see what comes next."}
      </p>
    </EmptyState>
  );
}
