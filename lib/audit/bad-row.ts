/** The first thing found that is not as it was written. */
export class BadRow extends Error {
  override name = "BadRow";

  constructor(
    readonly trust: string,
    /** Such as "practice:<id> entry 4" or "checkpoint 7". */
    readonly place: string,
    readonly problem: string,
  ) {
    super(`trust ${trust}, ${place}: ${problem}`);
  }
}
