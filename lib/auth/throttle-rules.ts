/** How many failures cost nothing, and the longest pause that any number of them can ask for. */
export interface Allowance {
  free: number;
  longestSeconds: number;
}

/** NCSC asks for 5 to 10 free tries. A pause, never a lock: nobody can shut somebody else out for good. */
export const perAccount: Allowance = { free: 5, longestSeconds: 300 };

/** A hospital's people share one address, so that it may fail more often; a success clears it. */
export const perAddress: Allowance = { free: 30, longestSeconds: 300 };

/** Whole seconds still to wait: nothing at first, then 2, 4, 8 … after each further failure. */
export function waitAfter(allowance: Allowance, failures: number, lastFailedAt: Date, now: Date): number {
  if (failures < allowance.free) return 0;
  const pause = Math.min(2 ** (failures - allowance.free + 1), allowance.longestSeconds);
  const waited = (now.getTime() - lastFailedAt.getTime()) / 1000;
  return Math.min(pause, Math.max(0, Math.ceil(pause - waited)));
}
