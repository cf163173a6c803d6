import { addDays, addMonths, type IsoDate, londonDate } from "@/lib/platform/dates";

/** The days that all dates are counted from. */
export interface Calendar {
  /** The day of the anchor. Histories end the day before. */
  today: IsoDate;
  /** When both trusts began to use the record: over two years ago, so that what lasts two years has expired. */
  began: IsoDate;
  ago(days: number): IsoDate;
}

export function calendarOf(anchor: Date): Calendar {
  const today = londonDate(anchor);
  return { today, began: addMonths(today, -28), ago: (days) => addDays(today, -days) };
}

/** An instant on a day within working hours; `step` keeps what happened on one day in order. */
export function instantOn(day: IsoDate, step: number, hoursLater = 0): string {
  const minutes = (8 + hoursLater) * 60 + Math.min(step * 3, 9 * 60);
  const hour = String(Math.floor(minutes / 60)).padStart(2, "0");
  const second = String(step % 60).padStart(2, "0");
  return `${day}T${hour}:${String(minutes % 60).padStart(2, "0")}:${second}.000Z`;
}
