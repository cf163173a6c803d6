import type { FormState } from "@/components/forms/form-state";
import { readForm } from "@/components/forms/read-form";
import { type IsoDate, isIsoDate } from "@/lib/platform/dates";

/** What an address says of a day, as `?on=2026-03-03` or as the form's three fields. */
export interface TypedDay {
  /** Null where there is no such day, or none was asked for. */
  on: IsoDate | null;
  /** What to show again in the fields, where it is no day. */
  wrong: FormState["values"] | null;
  /** Sent by the form: the address to keep has `?on=` instead. */
  byForm: boolean;
}

const parts = ["on-day", "on-month", "on-year"] as const;

export function typedDay(query: Record<string, string | string[] | undefined>): TypedDay {
  const byForm = parts.every((part) => typeof query[part] === "string");
  const { input, values } = byForm ? sentParts(query) : addressed(query.on);
  const text = String(input.on ?? "");
  const on = isIsoDate(text) ? text : null;
  return { on, wrong: on === null && (byForm || text !== "") ? values : null, byForm };
}

function sentParts(query: Record<string, string | string[] | undefined>) {
  const sent = new FormData();
  for (const part of parts) sent.append(part, String(query[part]).slice(0, 20));
  return readForm(sent);
}

function addressed(typed: string | string[] | undefined) {
  const on = typeof typed === "string" ? typed.trim() : "";
  const [, year = "", month = "", day = ""] = /^(\d{1,4})-(\d{1,2})-(\d{1,2})$/.exec(on) ?? [];
  return { input: { on }, values: { "on-day": day, "on-month": month, "on-year": year } };
}
