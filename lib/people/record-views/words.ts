import type { Role } from "@/lib/auth/actor";
import { lowerFirst } from "@/lib/platform/sentences";

const roleWords: Record<Role, string> = {
  "assistant-practitioner": "Assistant practitioner",
  supervisor: "Supervisor",
  educator: "Practice educator",
  manager: "Manager",
  deputy: "Deputy manager",
  authoriser: "Authoriser of entitlements",
  lead: "Education lead",
  auditor: "Auditor",
  "radiation-expert": "Radiation protection expert",
  "physics-expert": "Medical physics expert",
  tutor: "Tutor",
};

/** As what somebody could look at the record: "Your supervisor, manager". */
export function capacityOf({ roles, supervised }: { roles: readonly Role[]; supervised: boolean }): string {
  const others = roles.filter((role) => role !== "supervisor" && role !== "assistant-practitioner");
  const words = [supervised && "Your supervisor", ...others.map((role) => roleWords[role])].filter(
    (word) => word !== false,
  );
  const [first, ...rest] = words.length > 0 ? words : roles.map((role) => roleWords[role]);
  return first ? [first, ...rest.map(lowerFirst)].join(", ") : "No role on that day";
}
