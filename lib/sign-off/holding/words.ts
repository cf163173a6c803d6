import { formatDate, type IsoDate } from "@/lib/platform/dates";
import type { HoldingEventKind, HoldingScope } from "./rules";
import type { HoldingStatus } from "./status/rules";

/** On screen, for the person, their supervisors and their manager. */
export const holdingStatusWords: Record<HoldingStatus, string> = {
  "not-started": "Not started",
  "working-towards": "Working towards",
  "ready-to-request": "Ready to ask for sign-off",
  "awaiting-decision": "Awaiting decision",
  competent: "Competent",
  "renewal-due": "Renewal due",
  expired: "Expired",
  suspended: "Suspended pending review",
  restricted: "Restricted",
  voided: "Signed in error, voided",
};

/** In a timeline: what happened. */
export const holdingEventWords: Record<HoldingEventKind, string> = {
  granted: "Signed off",
  renewed: "Renewed",
  suspended: "Suspended pending review",
  restricted: "Restricted",
  reinstated: "Reinstated after reassessment",
  revoked: "Sign-off ended",
  voided: "Signed in error, voided",
};

/** What a restriction limits its holder to, a sentence each. */
export function scopeSentences({ site, equipment, supervision, limits }: HoldingScope): string[] {
  const under = { direct: "Only under direct supervision", indirect: "Only with a supervisor at hand" };
  return [
    site && `Only at ${site.name}`,
    equipment?.length && `Only on ${equipment.map(({ name }) => name).join(" or ")}`,
    supervision && under[supervision],
    limits,
  ].filter((sentence) => typeof sentence === "string");
}

interface Notice {
  kind: "suspended" | "restricted";
  on: IsoDate;
  byName: string;
  managerNames: readonly string[];
}

/** To the person: who will talk to them, what it does not mean, and where to get support. */
export function reviewNotice({ kind, on, byName, managerNames }: Notice): string[] {
  const act = kind === "suspended" ? "suspended this" : "set these limits";
  const managers = managerNames.filter((name) => name !== byName);
  const who = [...managers, byName].join(" or ");
  return [
    `${byName} ${act} on ${formatDate(on)} and will talk to you about it.`,
    "It is a neutral act pending review: nobody has found fault with you, and your other competencies stay as they are.",
    `For support, talk to ${who}, to your union or professional body, or to occupational health.`,
  ];
}
