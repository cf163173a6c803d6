export type IdentifiableKind = "nhs-number" | "date-of-birth";

/** What in the text could identify a patient: NHS numbers (by their check digit) and dates of birth. */
export function findIdentifiable(text: string): IdentifiableKind[] {
  const plain = text.normalize("NFKC").replace(/[\u200B-\u200D\u2060\uFEFF]/g, "");
  const found: IdentifiableKind[] = [];
  if (hasNhsNumber(plain)) found.push("nhs-number");
  if (hasDateOfBirth(plain)) found.push("date-of-birth");
  return found;
}

const separator = "[\\s./_\\-‐-―]";
// Ten digits together, as 3-3-4 or one by one; split in any other way only after the word NHS, for
// "2026-05-14 10:30" is no number.
const grouped = new RegExp(`(?<!\\d)\\d{3}${separator}{0,3}\\d{3}${separator}{0,3}\\d{4}(?!\\d)`, "g");
const oneByOne = new RegExp(
  `(?<!\\d${separator}{0,3})[1-9](?:${separator}{1,3}\\d){9}(?!${separator}{0,3}\\d)`,
  "g",
);
const announced = new RegExp(`\\bNHS\\b[^\\d]{0,20}(\\d(?:${separator}{0,3}\\d){9})(?!\\d)`, "gi");

function hasNhsNumber(text: string): boolean {
  const candidates = [
    ...[...text.matchAll(grouped)].map(([match]) => match),
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

const months = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const between = "\\s*[./_\\\\\\-‐-―]\\s*";
const year = "['’]?\\d{2,4}";
const day = [
  `\\d{1,2}${between}\\d{1,2}${between}\\d{2,4}`,
  "\\d{1,2}\\s+\\d{1,2}\\s+(?:19|20)\\d{2}",
  "\\d{4}-\\d{1,2}-\\d{1,2}",
  `\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?[\\s\\-]*${months},?[\\s\\-]*${year}`,
  `${months}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+${year}`,
  `${months},?\\s+(?:19|20)\\d{2}`,
].join("|");
// Without separators only straight after the word: six digits elsewhere are a reference.
const together = "(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)?\\d{2}";
const birth =
  "\\b(?:d\\.?\\s?o\\.?\\s?b\\b\\.?|born\\b|date[\\s\\-]+of[\\s\\-]+(?:[a-z]+\\s+)?birth\\b|birth\\s?da(?:y|te)\\b)";
const dateOfBirth = new RegExp(
  `${birth}(?:\\W{0,5}${together}|.{0,30}?(?<!\\d)(?:${day}))(?!\\d)|(?<!\\d)(?:${day})(?!\\d).{0,15}?${birth}`,
  "is",
);

function hasDateOfBirth(text: string): boolean {
  return dateOfBirth.test(text);
}
