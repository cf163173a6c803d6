import type { IsoDate } from "@/lib/platform/dates";
import { instantOn } from "./calendar";
import type { CommandName, Inputs, PlannedCommand } from "./planned";

/** The commands of one person's history, written down in any order and read in the order of time. */
export class Diary {
  private readonly entries: PlannedCommand[] = [];

  constructor(private readonly lastDay: IsoDate) {}

  write<Name extends CommandName>(
    on: IsoDate,
    by: string,
    name: Name,
    input: Inputs[Name],
    as?: string,
  ): void {
    if (on > this.lastDay) throw new Error(`${name} on ${on} would be after the anchor`);
    const step = this.entries.length;
    const entry = { name, input, at: instantOn(on, step), by, ...(as ? { as } : {}) };
    this.entries.push(entry as PlannedCommand);
  }

  inOrder(): PlannedCommand[] {
    return [...this.entries].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }
}
