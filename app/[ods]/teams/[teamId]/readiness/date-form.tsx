import { Field } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { formatDate } from "@/lib/platform/dates";
import { type Asked, withQuery } from "../as-at";

/** Asks for another day, past or future; an address that can be kept, and works without JavaScript. */
export function DateForm({ asked }: { asked: Asked }) {
  const error = asked.wrong === null ? undefined : "Enter a real date, such as 2026-05-14";
  return (
    <form method="get">
      <Field
        id="on"
        label="Show another day"
        hint="A past day, or a future one: how things will stand if nobody acts"
        error={error}
      >
        <input
          className={classes("nhsuk-input nhsuk-input--width-10", error && "nhsuk-input--error")}
          id="on"
          name="on"
          type="date"
          defaultValue={asked.on}
          aria-describedby={classes("on-hint", error && "on-error")}
        />
      </Field>
      <Button variant="secondary" small>
        Show
      </Button>
    </form>
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
