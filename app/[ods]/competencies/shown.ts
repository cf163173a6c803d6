import { pageSize } from "@/lib/platform/pages";
import { isHeld } from "@/lib/sign-off/holding/status/rules";
import type { RecordFramework, RecordItem } from "@/lib/sign-off/record/queries";

export const filters = ["all", "to-do", "waiting", "signed-off"] as const;
export type Filter = (typeof filters)[number];

export const filterWords: Record<Filter, string> = {
  all: "All",
  "to-do": "To do",
  waiting: "Waiting for others",
  "signed-off": "Signed off",
};

const wanted: Record<Filter, (item: RecordItem) => boolean> = {
  all: () => true,
  "to-do": ({ standing, request }) => standing.nextStep?.holder === "you" || request?.state === "draft",
  waiting: ({ standing }) => standing.nextStep !== null && standing.nextStep.holder !== "you",
  "signed-off": ({ standing }) => isHeld(standing.status),
};

/** The filter in `?show=`; everything for anything else. */
export function filterOf(text: string | string[] | undefined): Filter {
  return filters.find((filter) => filter === text) ?? "all";
}

export function itemsOf(frameworks: readonly RecordFramework[], filter: Filter): RecordItem[] {
  return frameworks.flatMap(({ items }) => items.filter(wanted[filter]));
}

/** One page of what the filter leaves, still by framework. */
export function pageOf(frameworks: readonly RecordFramework[], filter: Filter, page: number) {
  const all = itemsOf(frameworks, filter);
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const shown = Math.min(page, pages);
  const onPage = new Set(all.slice((shown - 1) * pageSize, shown * pageSize));
  return {
    page: shown,
    pages,
    frameworks: frameworks
      .map((framework) => ({ ...framework, items: framework.items.filter((item) => onPage.has(item)) }))
      .filter(({ items }) => items.length > 0),
  };
}
