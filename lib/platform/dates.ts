import { Temporal } from "temporal-polyfill";

/** A calendar day, "YYYY-MM-DD", held as text: never a JavaScript Date. */
export type IsoDate = string;

/** A dated fact: from the first day on, up to but not including `validUntil`; null means open-ended. */
export interface Dated {
  validFrom: IsoDate;
  validUntil: IsoDate | null;
}

/** The days that anything here can be about: with four figures in every year, days compare as texts. */
const [earliestDay, latestDay] = ["1900-01-01", "2200-12-31"];

/** Is the text a real calendar day ("2026-02-29" is not), of this century or one beside it? */
export function isIsoDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const real = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return real && earliestDay <= text && text <= latestDay;
}

/** Months are added to the date given and clamped to the month's end: 31 January + 1 is 28 or 29 February. */
export function addMonths(on: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(on).add({ months }).toString();
}

export function addDays(on: IsoDate, days: number): IsoDate {
  return toIso(dayNumber(on) + days);
}

export function laterOf(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}

/** Whole days from the first date to the second; negative if the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Is the fact in force on the day? Half-open: the day of `validUntil` no longer counts. */
export function isInForce({ validFrom, validUntil }: Dated, on: IsoDate): boolean {
  return validFrom <= on && (validUntil === null || on < validUntil);
}

const londonParts = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The calendar day in London at an instant. */
export function londonDate(instant: Date | string): IsoDate {
  return londonParts.format(new Date(instant));
}

const monthNames =
  "January February March April May June July August September October November December".split(" ");

/** "14 May 2026", as the NHS service manual writes dates. */
export function formatDate(on: IsoDate): string {
  const [year, month, day] = on.split("-").map(Number);
  return `${day} ${monthNames[(month ?? 1) - 1]} ${year}`;
}

const londonTime = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "numeric",
  minute: "2-digit",
  hour12: true,
});

/** "14 May 2026 at 5:30pm", London time. */
export function formatDateTime(instant: Date | string): string {
  return `${formatDate(londonDate(instant))} at ${formatTime(instant)}`;
}

/** "5:30pm", London time. */
export function formatTime(instant: Date | string): string {
  return londonTime.format(new Date(instant)).replace(/\s/g, "").toLowerCase();
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A day without a time is read as one of UTC. */
function dayNumber(on: IsoDate): number {
  return Date.parse(on) / 86_400_000;
}

/** Put together here: `toISOString` takes four times as long. */
function toIso(days: number): IsoDate {
  const date = new Date(days * 86_400_000);
  const year = String(date.getUTCFullYear()).padStart(4, "0");
  return `${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
