/** The only maker of "now". Commands take it as an argument, so that tests and seeds can set it. */
export function now(): Date {
  return new Date();
}
