import { trustPath } from "@/app/_server/addresses";
import type { NavItem } from "@/components/ui/sub-nav";
import { type Actor, hasRole, type Role } from "@/lib/auth/actor";
import { allow, deny, type Permission } from "@/lib/auth/permission";

const segments = ["competencies", "queue", "teams", "people", "authorities", "admin"] as const;

/** A section of the trust's pages, by its part of the address. */
export type Segment = (typeof segments)[number];

interface Section {
  text: string;
  /** Whose work is done there. */
  roles: readonly Role[];
}

const readers: readonly Role[] = [
  "manager",
  "deputy",
  "educator",
  "lead",
  "auditor",
  "radiation-expert",
  "physics-expert",
  "authoriser",
];

const sections: Record<Segment, Section> = {
  competencies: { text: "My competencies", roles: ["assistant-practitioner"] },
  queue: { text: "Waiting for you", roles: ["supervisor"] },
  teams: { text: "Readiness", roles: readers },
  people: { text: "People", roles: ["supervisor", ...readers] },
  authorities: { text: "Entitlements", roles: ["authoriser"] },
  admin: { text: "Set-up", roles: ["lead"] },
};

/** Whoever has no business in a section finds no page there, rather than an empty one. */
export function mayUseSection(actor: Actor, segment: Segment): Permission {
  const { roles } = sections[segment];
  const supervises = roles.includes("supervisor") && actor.superviseeIds.length > 0;
  return supervises || hasRole(actor, ...roles) ? allow : deny("section-not-used");
}

/** The sections that the actor's roles have use for; the one that the page is in is marked. */
export function navigationFor(actor: Actor, path: string): NavItem[] {
  return segments
    .filter((segment) => mayUseSection(actor, segment).allowed)
    .map((segment) => {
      const href = trustPath(actor, segment);
      return { text: sections[segment].text, href, current: isWithin(path, href) };
    });
}

function isWithin(path: string, href: string): boolean {
  const [pathname = ""] = path.toLowerCase().split("?");
  return pathname === href || pathname.startsWith(`${href}/`);
}
