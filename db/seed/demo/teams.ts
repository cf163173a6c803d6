import { acuteTeams } from "./acute-teams";
import { communityTeams } from "./community-teams";
import type { PostCode } from "./posts";
import type { TrustKey } from "./trusts";

/** One competency that a team asks of its assistant practitioners. */
export interface Ask {
  code: string;
  /** Due so many days after start; 0 is induction. */
  dueDays: number;
  optional?: true;
  /** Asked of trainees too. */
  trainees?: true;
  /** How much of the team holds it; "one" makes a single holder. */
  held: number | "one" | "none";
  cover?: { shift: "any" | "days" | "nights" | "weekends"; minimum: number }[];
}

export interface DemoTeam {
  trust: TrustKey;
  code: string;
  name: string;
  site: string;
  /** The setting where practice usually happens, and the equipment where it matters. */
  setting: string;
  equipment?: string;
  registrants: { post: PostCode; count: number }[];
  assistants: number;
  trainees: number;
  frameworks: string[];
  asks: Ask[];
}

export const demoTeams: DemoTeam[] = [...acuteTeams, ...communityTeams];
