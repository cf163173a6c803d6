import { Icon } from "./icon";

interface Props {
  page: number;
  pages: number;
  /** The other parts of the address: filters and sort. */
  query?: Record<string, string | undefined>;
}

/** Numbered pages by `?page=`; nothing at all where there is one page. */
export function Pagination({ page, pages, query = {} }: Props) {
  if (pages <= 1) return null;
  return (
    <nav className="nhsuk-pagination nhsuk-pagination--numbered" aria-label="Pagination">
      {page > 1 && (
        <a href={hrefOf(page - 1, query)} className="nhsuk-pagination__previous" rel="prev">
          <Icon name="arrow-left" />
          <span className="nhsuk-pagination__title">
            Previous<span className="nhsuk-u-visually-hidden"> page</span>
          </span>
        </a>
      )}
      <ul className="nhsuk-pagination__list">
        {shownPages(page, pages).map((number) => (
          <PageItem
            key={number}
            number={number}
            current={number === page}
            href={hrefOf(Math.abs(number), query)}
          />
        ))}
      </ul>
      {page < pages && (
        <a href={hrefOf(page + 1, query)} className="nhsuk-pagination__next" rel="next">
          <span className="nhsuk-pagination__title">
            Next<span className="nhsuk-u-visually-hidden"> page</span>
          </span>
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}

function PageItem({ number, current, href }: { number: number; current: boolean; href: string }) {
  if (number < 0) return <li className="nhsuk-pagination__item nhsuk-pagination__item--ellipsis">⋯</li>;
  return (
    <li className={`nhsuk-pagination__item${current ? " nhsuk-pagination__item--current" : ""}`}>
      <a
        className="nhsuk-pagination__link"
        href={href}
        aria-label={`Page ${number}`}
        aria-current={current ? "page" : undefined}
      >
        {number}
      </a>
    </li>
  );
}

/** First, last and the neighbours of the current page; a negative number stands for the pages left out. */
export function shownPages(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const shown: number[] = [];
  for (const number of [...new Set(wanted)].sort((a, b) => a - b)) {
    const before = Math.abs(shown.at(-1) ?? 0);
    if (number === before + 2) shown.push(number - 1);
    else if (number > before + 2) shown.push(-(number - 1));
    shown.push(number);
  }
  return shown;
}

function hrefOf(page: number, query: Record<string, string | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value && name !== "page") params.set(name, value);
  params.set("page", String(page));
  return `?${params}`;
}
