export type IdentifiableKind = "nhs-number" | "date-of-birth";

/**
 * What in the text could identify a patient: NHS numbers (by their check digit) and dates of birth. Takes time in
 * proportion to the text: no expression here repeats without a bound.
 */
export function findIdentifiable(text: string): IdentifiableKind[] {
  const plain = plainly(text);
  const found: IdentifiableKind[] = [];
  if (hasNhsNumber(plain)) found.push("nhs-number");
  if (hasDateOfBirth(plain)) found.push("date-of-birth");
  return found;
}

/** Every digit as 0 to 9, every run of white space as one space, nothing that can't be seen. */
function plainly(text: string): string {
  return text
    .replace(/\p{M}{4,}/gu, "")
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/(?!\d)\p{Nd}/gu, asciiDigit)
    .replace(/\s+/g, " ");
}

// Unicode keeps the ten digits of a script together, from nought to nine.
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

const mark = "./\\\\_~=<>*+|:;,·•`´′″\\p{M}\\p{Dash}\\p{Quotation_Mark}";
const singleSeparator = "[\\s./_\\p{Dash}]";
const anySeparator = `[\\s()\\[\\]${mark}]`;
// Ten digits together, or as 3-3-4.
const grouped = new RegExp(`(?<!\\d)\\d{3}${anySeparator}{0,3}\\d{3}${anySeparator}{0,3}\\d{4}(?!\\d)`, "gu");
// As 4-3-3 or 5-5, where they are no list, as in "1050, 980, 870", nor said to be something else. Found by looking
// ahead: in "12345 94347 65919" the second group also begins a number.
const groupGap = `(?![,;] )${anySeparator}{1,3}`;
const otherNumber = "\\b(?:serial|s/n|batch|lot|model|asset|tel|telephone|phone|ext|extension|bleep)\\b";
const unit = "(?:[kMG]?Bq|[kmµμ]?g|m?l|[mµμ]?Sv|m?Gy|kV|mAs?|mm|cm|cps|kcps|counts?)\\b";
const otherwiseGrouped = new RegExp(
  `(?<!\\d)(?=\\d)(?<!${otherNumber}\\D{0,15})(?=(\\d{4}${groupGap}\\d{3}${groupGap}\\d{3}|\\d{5}${groupGap}\\d{5})(?!\\d| ?${unit}))`,
  "giu",
);
const oneByOne = new RegExp(
  `(?<!\\d${singleSeparator}{0,3})[1-9](?:${singleSeparator}{1,3}\\d){9}(?!${singleSeparator}{0,3}\\d)`,
  "gu",
);
// Split in any other way only after the word NHS, for "2026-05-14 10:30" is no number.
const announced = new RegExp(`\\bNHS\\b[^\\d]{0,20}(\\d(?:${anySeparator}{0,3}\\d){9})(?!\\d)`, "giu");

function hasNhsNumber(text: string): boolean {
  const candidates = [
    ...[...text.matchAll(grouped)].map(([match]) => match),
    ...[...text.matchAll(otherwiseGrouped)].map(([, match]) => match ?? ""),
    ...[...text.matchAll(oneByOne)].map(([match]) => match),
    ...[...text.matchAll(announced)].map(([, match]) => match ?? ""),
  ];
  return candidates.some((candidate) => isNhsNumber(candidate.replace(/\D/g, "")));
}

// NHS Data Dictionary: modulus 11, weights 10 to 2; a check digit of 10 is never issued.
function isNhsNumber(digits: string): boolean {
  const numbers = [...digits].map(Number);
  const sum = numbers.slice(0, 9).reduce((total, digit, place) => total + digit * (10 - place), 0);
  return (11 - (sum % 11)) % 11 === numbers[9];
}

const months = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const between = " ?[./_~|\\\\\\p{Dash}] ?";
const gap = "[ \\p{Dash}]{0,3}";
const year = "['’]?\\d{2,4}";
/** A day as people write it; by any mark at all where the year is whole and the mark the same twice. */
const day = (name: string) =>
  [
    `\\d{1,2}${between}\\d{1,2}${between}\\d{2,4}`,
    "\\d{1,2} \\d{1,2} (?:19|20)\\d{2}",
    "(?:19|20)\\d{2} \\d{1,2} \\d{1,2}",
    `\\d{4}${between}\\d{1,2}${between}\\d{1,2}`,
    `\\d{1,2}(?<${name}> ?[${mark}] ?)\\d{1,2}\\k<${name}>(?:19|20)\\d{2}`,
    `(?:19|20)\\d{2}(?<${name}First> ?[${mark}] ?)\\d{1,2}\\k<${name}First>\\d{1,2}`,
    `\\d{1,2}(?:st|nd|rd|th)?(?: of)?${gap}${months},?${gap}${year}`,
    `(?<![a-z])${months} \\d{1,2}(?:st|nd|rd|th)?,? ${year}`,
    `(?<![a-z])${months},? (?:19|20)\\d{2}`,
  ].join("|");
// Without separators only straight after the word: six digits elsewhere are a reference.
const together = "(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)?\\d{2}";
const birthWords = [
  "d[./_\\p{Dash}]? ?o[./_\\p{Dash}]? ?b",
  "born",
  "date[ _\\p{Dash}]{1,3}of[ _\\p{Dash}]{1,3}(?:[a-z]{1,20} )?birth",
  "birth[ _\\p{Dash}]?da(?:y|te)",
].join("|");
const birth = `(?<![a-z])(?:${birthWords})(?![a-z])\\.?`;
const datesOfBirth = [
  `${birth}(?:[\\W_]{0,5}${together}|.{0,30}?(?<!\\d)(?:${day("after")}))(?!\\d)`,
  `(?<!\\d)(?:${day("before")})(?!\\d).{0,15}?${birth}`,
  // Of a year before 2020: "b. 14 May 2026" is the second of a list.
  `\\bb\\. ?(?=.{0,20}(?:19\\d|20[01])\\d(?!\\d))(?:${day("short")})(?!\\d)`,
];
const dateOfBirth = new RegExp(datesOfBirth.join("|"), "isu");

function hasDateOfBirth(text: string): boolean {
  return dateOfBirth.test(text);
}
