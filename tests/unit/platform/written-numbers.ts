import fc from "fast-check";

/** The check digit by trying all ten, where one fits. */
export function withCheckDigit(nine: string): string | undefined {
  return Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).find((ten) => {
    const sum = [...ten].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
    return sum % 11 === 0;
  });
}

/** What people put between the groups: a mark, a space, a dash or a quotation mark, with or without spaces. */
const marks = [..."~'=<>*+|\\:;,./_ ·•"];
const spaces = [..."\u00a0\u1680\u2000\u2003\u2009\u200a\u202f\u205f\u3000\t\n"];
const dashes = [..."-‐‑‒–—―−﹣－〜"];
const quotes = [..."'\"‘’‚‛“”„‟«»‹›＂＇「」"];
export const anyMark = fc.constantFrom(...marks, ...spaces, ...dashes, ...quotes);
/** The digits in groups of these sizes, with one of the texts after each but the last. */
export function inGroups(digits: string, sizes: readonly number[], between: readonly string[]): string {
  const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0));
  const groups = ends.map((end, index) => digits.slice(end - (sizes[index] ?? 0), end));
  return groups.map((group, index) => (index === 0 ? group : `${between[index - 1]}${group}`)).join("");
}
