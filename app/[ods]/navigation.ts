import { trustPath } from "@/app/_server/addresses";
import type { NavItem } from "@/components/ui/sub-nav";
import { type Actor, hasRole, type Role } from "@/lib/auth/actor";

interface Section {
  text: string;
  segment: string;
  roles: readonly Role[];
}

const sections: readonly Section[] = [
  { text: "My competencies", segment: "competencies", roles: ["assistant-practitioner"] },
  { text: "Waiting for you", segment: "queue", roles: ["supervisor"] },
  {
    text: "Readiness",
    segment: "teams",
    roles: [
      "manager",
      "deputy",
      "educator",
      "lead",
      "auditor",
      "radiation-expert",
      "physics-expert",
      "authoriser",
    ],
  },
  {
    text: "People",
    segment: "people",
    roles: [
      "supervisor",
      "manager",
      "deputy",
      "educator",
      "lead",
      "auditor",
      "radiation-expert",
      "physics-expert",
    ],
  },
  { text: "Entitlements", segment: "authorities", roles: ["authoriser"] },
  { text: "Set-up", segment: "admin", roles: ["lead"] },
];

/** The sections that the actor's roles have use for; the one that the page is in is marked. */
export function navigationFor(actor: Actor, path: string): NavItem[] {
  return sections
    .filter(({ roles }) => hasRole(actor, ...roles))
    .map(({ text, segment }) => {
      const href = trustPath(actor, segment);
      return { text, href, current: isWithin(path, href) };
    });
}

function isWithin(path: string, href: string): boolean {
  const [pathname = ""] = path.toLowerCase().split("?");
  return pathname === href || pathname.startsWith(`${href}/`);
}
