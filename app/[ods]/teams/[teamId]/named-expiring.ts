import { trustPath } from "@/app/_server/addresses";
import { formatDate } from "@/lib/platform/dates";
import type { Names } from "@/lib/readiness/attention/words";
import type { Expiring } from "@/lib/readiness/rules";

/** A sign-off that runs out, in the words of its table. */
export interface NamedExpiring {
  /** The record. */
  href: string;
  person: string;
  competency: string;
  lastDay: string;
}

export function namedExpiring(ods: string, expiring: readonly Expiring[], names: Names): NamedExpiring[] {
  return expiring.map(({ staffId, competencyId, expiresOn }) => ({
    href: trustPath({ ods }, "people", staffId, "competencies", competencyId),
    person: names.person(staffId),
    competency: names.competency(competencyId),
    lastDay: formatDate(expiresOn),
  }));
}
