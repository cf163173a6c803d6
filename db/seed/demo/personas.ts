import type { Role } from "@/lib/auth/actor";
import type { Aim } from "./aims";
import type { PostCode } from "./posts";
import type { TrustKey } from "./trusts";

/** A person whom visitors may sign in as. */
export interface Persona {
  key: string;
  name: string;
  /** On the button of the sign-in page. */
  label: string;
  trust: TrustKey;
  team?: string;
  post: PostCode;
  /** Besides those that a post brings; a role is for the person's team, or for the whole trust where there is none. */
  roles?: Role[];
  /** A second place of work, under the same log-in. */
  also?: { trust: TrustKey; team: string; post: PostCode };
  aims?: Record<string, Aim>;
  /** Who supervises them, by key. The first is asked. */
  supervisors?: string[];
}

export const personas: Persona[] = [
  {
    key: "nm-assistant",
    name: "Leila Haddow",
    label: "Nuclear medicine assistant practitioner",
    trust: "larkmere",
    team: "NM",
    post: "AP",
    supervisors: ["nm-radiographer", "NM/RAD/2"],
    aims: {
      "NUC-ID": "competent",
      "NUC-QC-DAY": "one-short",
      "NUC-WB": "working-towards",
      "NUC-MON": "renewal-due",
      "NUC-WAS": "not-started",
      "NUC-DIS": "not-entitled",
    },
  },
  {
    key: "nm-radiographer",
    name: "Owen Prydderch",
    label: "Nuclear medicine radiographer",
    trust: "larkmere",
    team: "NM",
    post: "RAD",
  },
  {
    key: "nm-manager",
    name: "Ruth Adeyinka",
    label: "Nuclear medicine manager",
    trust: "larkmere",
    team: "NM",
    post: "MGR",
  },
  {
    key: "authoriser",
    name: "Fergus Maclintock",
    label: "Authoriser of entitlements",
    trust: "larkmere",
    post: "GOV",
    roles: ["authoriser"],
  },
  {
    key: "lead-larkmere",
    name: "Shabana Qadir-Wells",
    label: "Education lead",
    trust: "larkmere",
    post: "LEAD",
    roles: ["lead"],
  },
  {
    key: "str-assistant",
    name: "Tomasz Wierzba",
    label: "Stroke assistant practitioner",
    trust: "larkmere",
    team: "STR",
    post: "AP",
    supervisors: ["str-nurse", "STR/RN/2"],
    aims: {
      "CORE-OBS": "competent",
      "CORE-CAP": "renewed",
      "STR-POS": "renewal-due",
      "CORE-ECG": "returned",
      "STR-SWA": "working-towards",
      "STR-DIS": "awaiting",
      "CORE-VEN": "not-started",
    },
  },
  {
    key: "str-nurse",
    name: "Bernadette Quill",
    label: "Stroke nurse, supervisor",
    trust: "larkmere",
    team: "STR",
    post: "RN",
  },
  {
    key: "dn-manager",
    name: "Gwenllian Tudor-Rees",
    label: "District nursing manager",
    trust: "brackenfold",
    team: "DN",
    post: "MGR",
  },
  {
    key: "auditor",
    name: "Iqbal Rahmatullah",
    label: "Auditor",
    trust: "larkmere",
    post: "GOV",
    roles: ["auditor"],
  },
  {
    key: "both-trusts",
    name: "Chidi Nwachukwu-Bell",
    label: "Occupational therapist in both trusts",
    trust: "larkmere",
    team: "STR",
    post: "OT",
    also: { trust: "brackenfold", team: "CST", post: "OT" },
  },
];
