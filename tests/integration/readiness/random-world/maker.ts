import { randomUUID } from "node:crypto";
import { addDays, type IsoDate } from "@/lib/platform/dates";

export const firstDay = "2024-01-01";
export const lastDay = "2026-12-31";
const days = 1095;

export type Row = Record<string, unknown>;

/** Random choices that are the same each time. */
export class Maker {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (this.state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((this.state / 4294967296) * limit);
  }

  often(chance: number): boolean {
    return this.below(100) < chance;
  }

  one<T>(among: readonly T[]): T {
    return among[this.below(among.length)] as T;
  }

  day(): IsoDate {
    return addDays(firstDay, this.below(days));
  }

  /** Recorded on the day, or some time afterwards. */
  recorded(on: IsoDate): string {
    const late = this.often(30) ? this.below(120) : 0;
    return `${addDays(on, late)}T${String(this.below(24)).padStart(2, "0")}:30:00Z`;
  }

  /** A dated fact; one in four has been corrected by a second row since. */
  dated(row: Row): Row[] {
    const from = this.often(60) ? firstDay : this.day();
    const recordedAt = this.recorded(from);
    const first = {
      ...row,
      id: randomUUID(),
      valid_from: from,
      valid_until: this.often(30) ? addDays(from, this.below(500)) : null,
      recorded_at: recordedAt,
      recorded_by_id: randomUUID(),
    };
    if (!this.often(25)) return [first];
    const correctedAt = `${addDays(recordedAt.slice(0, 10), this.below(300) + 1)}T12:00:00Z`;
    const until = this.often(50) ? addDays(from, this.below(600)) : null;
    const second = { ...first, id: randomUUID(), valid_until: until, recorded_at: correctedAt };
    return [first, { ...second, supersedes_id: first.id }];
  }
}
