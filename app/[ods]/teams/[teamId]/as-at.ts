import { type IsoDate, isIsoDate } from "@/lib/platform/dates";
import { lastInstantOf } from "@/lib/readiness/as-at/rules";

export type SearchParams = Record<string, string | string[] | undefined>;

/** The day that the address asks for, and whether as it was known on that day. */
export interface Asked {
  on: IsoDate;
  today: IsoDate;
  /** As it was known on the day; without it, as it is known now. */
  asKnownThen: boolean;
  knownAt: Date | undefined;
  /** What was typed as a date and is none. */
  wrong: string | null;
}

/** Reads `?on=2026-03-03&known=then`. Without a sound day it is today. */
export function askedOf({ on: typed, known }: SearchParams, today: IsoDate): Asked {
  const text = typeof typed === "string" ? typed.trim() : "";
  const sound = isIsoDate(text);
  const on = sound ? text : today;
  const asKnownThen = known === "then" && on < today;
  return {
    on,
    today,
    asKnownThen,
    knownAt: asKnownThen ? lastInstantOf(on) : undefined,
    wrong: sound ? null : text || null,
  };
}

/** The part of the address that keeps the day; nothing where it is today. */
export function queryOf({ on, today, asKnownThen }: Asked): Record<string, string | undefined> {
  return { on: on === today ? undefined : on, known: asKnownThen ? "then" : undefined };
}

export function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
