import type { IsoDate } from "@/lib/platform/dates";
import { instantOn } from "./calendar";
import type { CommandName, Inputs, PlannedCommand } from "./planned";

/** The commands of one person's history, written down in any order and read in the order of time. */
export class Diary {
  private readonly entries: PlannedCommand[] = [];
  /** At which hour each day begins, and how much has been written on it. */
  private readonly days = new Map<IsoDate, { hour: number; steps: number }>();

  constructor(private readonly lastDay: IsoDate) {}

  write<Name extends CommandName>(
    on: IsoDate,
    by: string,
    name: Name,
    input: Inputs[Name],
    { as, hoursLater = 0 }: { as?: string; hoursLater?: number } = {},
  ): void {
    if (on > this.lastDay) throw new Error(`${name} on ${on} would be after the anchor`);
    const day = this.days.get(on) ?? { hour: this.days.size % 5, steps: 0 };
    this.days.set(on, { ...day, steps: day.steps + 1 });
    const at = instantOn(on, day.steps, day.hour + hoursLater);
    const entry = { name, input, at, by, ...(as ? { as } : {}) };
    this.entries.push(entry as PlannedCommand);
  }

  inOrder(): PlannedCommand[] {
    return [...this.entries].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }
}
