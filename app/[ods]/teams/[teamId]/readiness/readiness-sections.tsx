import type { ReactNode } from "react";
import { trustPath } from "@/app/_server/addresses";
import { EmptyState } from "@/components/ui/empty-state";
import { InsetText } from "@/components/ui/inset-text";
import { Pagination } from "@/components/ui/pagination";
import { splitByAsked } from "@/lib/readiness/asked/rules";
import { namesIn } from "@/lib/readiness/attention/words";
import type { TeamReadiness } from "@/lib/readiness/queries";
import { type Asked, queryOf, withQuery } from "../as-at";
import { AttentionList } from "./attention-list";
import { CoverTable } from "./cover-table";
import { ExpiringSection } from "./expiring-section";
import { MatrixTable, matrixPageSize } from "./matrix-table";
import { namedCover } from "./named-cover";
import { OthersInTeam } from "./others-in-team";

interface Props {
  actor: { ods: string };
  team: TeamReadiness;
  asked: Asked;
  /** Of the matrix, where the team has more people than fit one. */
  page: number;
}

/** What needs attention, then the matrix, cover and what runs out. */
export function ReadinessSections({ actor, team, asked, page }: Props) {
  const { readiness, columns } = team;
  const names = namesIn(team);
  const day = queryOf(asked);
  const { others, rows, people } = splitByAsked(readiness.rows, team.people);
  const pages = Math.ceil(rows.length / matrixPageSize);
  const shown = Math.min(page, Math.max(pages, 1));
  const expiringPath = trustPath(actor, "teams", team.team.id, "expiring");
  return (
    <>
      <Section id="attention" heading="What needs attention">
        <AttentionList readiness={readiness} names={names} />
      </Section>
      {columns.some(({ productDefaults }) => productDefaults) && <ProductDefaults />}
      <Section id="matrix" heading="Skills matrix">
        {rows.length === 0 ? (
          <EmptyState heading={nobody(others.length)} />
        ) : (
          <MatrixTable
            ods={actor.ods}
            rows={rows}
            people={people}
            columns={columns}
            page={shown}
            on={day.on ?? null}
          />
        )}
        <Pagination page={shown} pages={pages} query={day} />
        <OthersInTeam ods={actor.ods} others={others} />
      </Section>
      <Section id="cover" heading="Cover">
        {readiness.cover.length === 0 ? (
          <EmptyState heading="No cover is set for this team" />
        ) : (
          <CoverTable cover={namedCover(readiness.cover, names)} />
        )}
      </Section>
      <Section id="expiring" heading="Sign-offs that run out">
        <ExpiringSection
          ods={actor.ods}
          expiring={readiness.expiring}
          names={names}
          hrefOf={(within) => withQuery(expiringPath, { ...day, within })}
        />
      </Section>
    </>
  );
}

function nobody(others: number): string {
  return others === 0 ? "Nobody is in this team on this day" : "Nothing is asked of anybody in this team";
}

function Section({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 className="nhsuk-heading-m" id={id}>
        {heading}
      </h2>
      {children}
    </section>
  );
}

function ProductDefaults() {
  return (
    <InsetText>
      <p>
        Validity and practice rules of these competencies are product defaults, for clinical review by your
        trust.
      </p>
    </InsetText>
  );
}
