import type { ReactNode } from "react";
import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { PageTitle } from "@/components/layout/page-title";
import { PageHeading } from "@/components/ui/page-heading";
import { type Actor, hasRole, type Role } from "@/lib/auth/actor";
import { AuthoriserHome } from "./_home/authoriser";
import { LeadHome } from "./_home/lead";
import { ManagerHome } from "./_home/manager";
import { PractitionerHome } from "./_home/practitioner";
import { ReaderHome } from "./_home/reader";
import { SupervisorHome } from "./_home/supervisor";

interface Props {
  params: Promise<{ ods: string }>;
}

/** Home: what waits for the reader, one section for each of their roles. */
export default async function HomePage({ params }: Props) {
  const actor = await requireActor((await params).ods);
  return (
    <>
      <PageTitle>Home</PageTitle>
      <PageHeading caption={actor.trustName}>{actor.name}</PageHeading>
      {sections
        .filter(({ roles }) => hasRole(actor, ...roles))
        .map(({ roles, Section }) => (
          <Section key={roles.join()} actor={actor} />
        ))}
      <p>
        <a href={trustPath(actor, "account", "views")}>Who looked at my record</a>
      </p>
    </>
  );
}

type HomeSection = (props: { actor: Actor }) => ReactNode | Promise<ReactNode>;

const readers: readonly Role[] = ["educator", "lead", "auditor", "radiation-expert", "physics-expert"];

const sections: readonly { roles: readonly Role[]; Section: HomeSection }[] = [
  { roles: ["assistant-practitioner"], Section: PractitionerHome },
  { roles: ["supervisor"], Section: SupervisorHome },
  { roles: ["manager", "deputy"], Section: ManagerHome },
  { roles: ["authoriser"], Section: AuthoriserHome },
  { roles: ["lead"], Section: LeadHome },
  { roles: readers, Section: ReaderHome },
];
