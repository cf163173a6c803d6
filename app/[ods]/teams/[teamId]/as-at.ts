import type { IsoDate } from "@/lib/platform/dates";
import { lastInstantOf } from "@/lib/readiness/as-at/rules";
import { type TypedDay, typedDay } from "./typed-day";

export type SearchParams = Record<string, string | string[] | undefined>;

/** The day that the address asks for, and whether as it was known on that day. */
export interface Asked extends Pick<TypedDay, "wrong" | "byForm"> {
  on: IsoDate;
  today: IsoDate;
  /** As it was known on the day; without it, as it is known now. */
  asKnownThen: boolean;
  knownAt: Date | undefined;
}

/** Reads `?on=2026-03-03&known=then`. Without a sound day it is today. */
export function askedOf(query: SearchParams, today: IsoDate): Asked {
  const { on: typed, wrong, byForm } = typedDay(query);
  const on = typed ?? today;
  const asKnownThen = query.known === "then" && on < today;
  return {
    on,
    today,
    asKnownThen,
    knownAt: asKnownThen ? lastInstantOf(on) : undefined,
    wrong,
    byForm,
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
