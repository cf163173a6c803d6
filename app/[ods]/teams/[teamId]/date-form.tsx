import { DateField } from "@/components/forms/date-field";
import { QueryForm } from "@/components/forms/query-form";
import { Button } from "@/components/ui/button";
import { formatDate } from "@/lib/platform/dates";
import { type Asked, withQuery } from "./as-at";

interface Props {
  asked: Asked;
  /** What else the address says, which the form keeps. */
  keep?: Record<string, string>;
}

/** Asks for another day, past or future; an address that can be kept, and works without JavaScript. */
export function DateForm({ asked: { on, wrong }, keep = {} }: Props) {
  const errors = [{ field: "on", message: "Enter the day to show, like 14 5 2026" }];
  return (
    <QueryForm state={wrong ? { errors, values: wrong } : undefined}>
      <DateField
        name="on"
        legend="Show another day"
        hint="A past day, or a future one: how things will stand if nobody acts"
        defaultValue={on}
      />
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant="secondary" small>
        Show
      </Button>
    </QueryForm>
  );
}

/** Which day is shown and as known when, with the way to the other view of a past day. */
export function DayShown({ asked, path }: { asked: Asked; path: string }) {
  const { on, today, asKnownThen } = asked;
  if (on === today) return null;
  if (on > today) {
    return <p>This is how things will stand on {formatDate(on)} if nobody acts.</p>;
  }
  return (
    <p>
      {asKnownThen
        ? "This is what was on record at the end of that day."
        : "This is that day as it is known now, with everything recorded or corrected since."}{" "}
      <a href={withQuery(path, { on, known: asKnownThen ? undefined : "then" })}>
        {asKnownThen ? "Show it as it is known now" : "Show it as it was known then"}
      </a>
    </p>
  );
}

/** In place of what a day would show, where the address asks for one that there is not. */
export function NoSuchDay({ path }: { path: string }) {
  return (
    <p>
      Nothing is shown until you enter a day. <a href={path}>Show today</a>
    </p>
  );
}
