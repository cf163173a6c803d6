import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { BackLink } from "@/components/ui/back-link";
import { InsetText } from "@/components/ui/inset-text";
import { PageHeading } from "@/components/ui/page-heading";
import { authorise } from "@/lib/auth/permission";
import { getFramework } from "@/lib/competencies/frameworks/queries";
import { mayAdoptFrameworks } from "@/lib/people/policy";
import { now } from "@/lib/platform/clock";
import { formatDate, londonDate } from "@/lib/platform/dates";
import { DoneBanner } from "../../done-banner";
import { CompetencyDetails } from "./competency-details";

interface Props {
  params: Promise<{ ods: string; frameworkId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default guardPage(async ({ params, searchParams }: Props) => {
  const { ods, ...given } = await params;
  const frameworkId = soundId(given.frameworkId);
  const actor = await requireActor(ods);
  authorise(mayAdoptFrameworks(actor));
  const framework = await getFramework(actor, frameworkId, londonDate(now()));
  const groups = [...new Set(framework.competencies.map(({ groupTitle }) => groupTitle))];
  return (
    <>
      <BackLink href={trustPath(actor, "admin", "frameworks")}>Frameworks</BackLink>
      <DoneBanner done={(await searchParams).done} />
      <PageHeading
        caption={`Version ${framework.versionNumber}, in force since ${formatDate(framework.validFrom)}`}
      >
        {framework.title}
      </PageHeading>
      <p>{framework.description}</p>
      {framework.productDefaults && (
        <InsetText>
          <p>
            All numbers, risk levels and practice rules here are product defaults, not yet clinically
            reviewed.
          </p>
        </InsetText>
      )}
      {groups.map((group) => (
        <section key={group}>
          <h2 className="nhsuk-heading-m">{group}</h2>
          {framework.competencies
            .filter(({ groupTitle }) => groupTitle === group)
            .map((competency) => (
              <CompetencyDetails key={competency.versionId} competency={competency} />
            ))}
        </section>
      ))}
    </>
  );
}, "Framework");
