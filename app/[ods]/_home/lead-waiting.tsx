import { trustPath } from "@/app/_server/addresses";
import { EmptyState } from "@/components/ui/empty-state";
import type { Actor } from "@/lib/auth/actor";
import { listWithoutAssessor } from "@/lib/competencies/assessors/queries";
import { listUnsoundRegistrations } from "@/lib/people/registrations/unsound/queries";
import type { RegistrationCheck, RegistrationStanding } from "@/lib/people/rules";
import { standingWords } from "@/lib/people/words";
import { addDays, formatDate, type IsoDate } from "@/lib/platform/dates";
import { listStrandedRequests } from "@/lib/sign-off/queue/stranded/queries";
import { counted, FirstFew, shownOnHome } from "./first-few";

/** What only an education lead can move on: registers to check, competencies nobody may assess, stranded requests. */
export async function LeadWaiting({ actor, on }: { actor: Actor; on: IsoDate }) {
  const [registrations, unassessed, stranded] = await Promise.all([
    listUnsoundRegistrations(actor, on, shownOnHome),
    listWithoutAssessor(actor, on, shownOnHome),
    listStrandedRequests(actor, on, shownOnHome),
  ]);
  if (registrations.total + unassessed.total + stranded.total === 0) {
    return <EmptyState heading="Nothing waits for you" />;
  }
  return (
    <>
      {stranded.total > 0 && <Stranded actor={actor} {...stranded} />}
      {registrations.total > 0 && <Registrations actor={actor} {...registrations} />}
      {unassessed.total > 0 && <Unassessed actor={actor} {...unassessed} />}
    </>
  );
}

type List<Query extends (...args: never[]) => Promise<unknown>> = { actor: Actor } & Awaited<
  ReturnType<Query>
>;

function Stranded({ actor, rows, total }: List<typeof listStrandedRequests>) {
  return (
    <FirstFew
      caption={`${counted(total, "request", "requests")} that nobody can decide: the person has no supervisor`}
      columns={["Competency", "Who asks", "Waiting since"]}
      items={rows.map(({ id, staffId, personName, competencyId, competencyTitle, since }) => ({
        id,
        text: competencyTitle,
        href: trustPath(actor, "people", staffId, "competencies", competencyId),
        about: personName,
        detail: formatDate(since),
      }))}
    />
  );
}

function Registrations({ actor, rows, total }: List<typeof listUnsoundRegistrations>) {
  return (
    <FirstFew
      caption={`${counted(total, "registration", "registrations")} on which nobody can sign today`}
      columns={["Name", "Standing", "Since"]}
      items={rows.map(({ id, name, standing, check }) => ({
        id,
        text: name,
        href: trustPath(actor, "admin", "registrations", id),
        about: standingWords[standing],
        detail: since(standing, check),
      }))}
      all={
        total > rows.length
          ? { href: trustPath(actor, "admin", "registrations"), text: "See all registrations, due first" }
          : undefined
      }
    />
  );
}

function Unassessed({ actor, rows, total }: List<typeof listWithoutAssessor>) {
  return (
    <FirstFew
      caption={`${counted(total, "competency", "competencies")} that teams ask for and nobody is approved to assess`}
      columns={["Competency", "Framework", "What would help"]}
      items={rows.map(({ id, title, frameworkTitle }) => ({
        id,
        text: title,
        href: `${trustPath(actor, "admin", "assessors", "new")}?competency=${id}`,
        about: frameworkTitle,
        detail: "Approve an assessor",
      }))}
      all={
        total > rows.length
          ? { href: trustPath(actor, "admin", "assessors"), text: "See who may assess what" }
          : undefined
      }
    />
  );
}

/** From when nobody can sign on it. */
function since(standing: RegistrationStanding, check: RegistrationCheck | null): string {
  if (!check) return "It was recorded";
  return formatDate(standing === "check-due" ? addDays(check.nextCheckDueOn, 1) : check.effectiveOn);
}
