import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { guardPage } from "@/app/_server/page-guard";
import { PageHeading } from "@/components/ui/page-heading";
import { authorise } from "@/lib/auth/permission";
import { maySetUpPeople } from "@/lib/people/policy";

interface Props {
  params: Promise<{ ods: string }>;
}

const sections = [
  {
    segment: "registrations",
    title: "Registrations",
    text: "Who is on which register, and which checks are due",
  },
  { segment: "assessors", title: "Assessors", text: "Who may assess which framework or competency" },
  {
    segment: "exceptions",
    title: "Exceptions",
    text: "Where a small team has nobody else to watch a high-risk competency",
  },
  { segment: "frameworks", title: "Frameworks", text: "What your trust asks people to be able to do" },
  { segment: "teams", title: "Requirements and cover", text: "What each team asks, and how many it needs" },
];

export default guardPage(async ({ params }: Props) => {
  const actor = await requireActor((await params).ods);
  authorise(maySetUpPeople(actor));
  return (
    <>
      <PageHeading>Set-up</PageHeading>
      {sections.map(({ segment, title, text }) => (
        <section key={segment}>
          <h2 className="nhsuk-heading-m nhsuk-u-margin-bottom-2">
            <a href={trustPath(actor, "admin", segment)}>{title}</a>
          </h2>
          <p>{text}</p>
        </section>
      ))}
    </>
  );
}, "Set-up");
