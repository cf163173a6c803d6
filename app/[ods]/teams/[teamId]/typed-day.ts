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
/** Of what is shown again in a field. */
const longest = 20;

export function typedDay(query: Record<string, string | string[] | undefined>): TypedDay {
  const sent = parts.filter((part) => typeof query[part] === "string");
  const byForm = sent.length === parts.length || (sent.length > 0 && query.on === undefined);
  const { input, values } = byForm ? sentParts(query) : addressed(query.on);
  const text = String(input.on ?? "");
  const on = isIsoDate(text) ? text : null;
  return { on, wrong: on === null && (byForm || text !== "") ? values : null, byForm };
}

function sentParts(query: Record<string, string | string[] | undefined>) {
  const sent = new FormData();
  for (const part of parts) sent.append(part, String(query[part] ?? "").slice(0, longest));
  return readForm(sent);
}

/** What is not written like a day at all is shown in the first field. */
function addressed(typed: string | string[] | undefined) {
  const on = [typed ?? ""].flat().join(" ").trim();
  const [, year, month, day] = /^(\d{1,4})-(\d{1,2})-(\d{1,2})$/.exec(on) ?? [];
  const shown = { "on-day": day ?? on.slice(0, longest), "on-month": month ?? "", "on-year": year ?? "" };
  return { input: { on }, values: shown };
}
