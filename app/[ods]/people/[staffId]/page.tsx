import { requestContext, requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { BackLink } from "@/components/ui/back-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { mayRecordPractice } from "@/lib/evidence/policy";
import { recordView } from "@/lib/people/record-views/commands";
import { londonDate } from "@/lib/platform/dates";
import { listRecord } from "@/lib/sign-off/record/queries";
import { RecordList } from "../../_record/record-list";
import { mayUseSection } from "../../navigation";
import { PersonSummary } from "./person-summary";

interface Props {
  params: Promise<{ ods: string; staffId: string }>;
}

/** A person's record as their supervisor or manager sees it; that they looked is kept, for the person to see. */
export default guardPage(async ({ params }: Props) => {
  const { ods, staffId } = await params;
  const actor = await requireActor(ods);
  const ctx = await requestContext(actor);
  const { person, frameworks } = await listRecord(actor, soundId(staffId), londonDate(ctx.now));
  await recordView(ctx, person.id);
  const watched = person.id !== actor.staffId && mayRecordPractice(actor, { ownerId: person.id }).allowed;
  return (
    <>
      {mayUseSection(actor, "people").allowed ? (
        <BackLink href={trustPath(actor, "people")}>Back to people</BackLink>
      ) : (
        <BackLink href={trustPath(actor)}>Home</BackLink>
      )}
      <PageHeading caption="Record">{person.name}</PageHeading>
      <PersonSummary person={person} />
      {watched && (
        <ButtonLink href={trustPath(actor, "people", person.id, "practice", "new")}>
          Record practice that you watched
        </ButtonLink>
      )}
      {frameworks.length === 0 ? (
        <EmptyState heading="Nothing is asked of this person, and nothing is recorded yet" />
      ) : (
        <RecordList
          frameworks={frameworks}
          hrefOf={({ competencyId }) => trustPath(actor, "people", person.id, "competencies", competencyId)}
        />
      )}
    </>
  );
}, "A person’s record");
