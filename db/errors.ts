import { DrizzleQueryError } from "drizzle-orm";

/** The SQLSTATE of a failed statement, through Drizzle's wrapping; null for anything else. */
export function sqlState(error: unknown): string | null {
  return stringProperty(databaseError(error), "code");
}

/** The constraint that a statement violated, if it did. */
export function violatedConstraint(error: unknown): string | null {
  return stringProperty(databaseError(error), "constraint_name");
}

/** Raised by our triggers: somebody else superseded or answered the row first. */
const supersededState = "CS001";

const answeredOnce =
  /^(practice_responses_practice|practice_withdrawals_practice|sign_off_decisions_round|\w+_supersedes)_key$/;

/** Did somebody else answer, decide or correct the row first? */
export function isOvertaken(error: unknown): boolean {
  const state = sqlState(error);
  return (
    state === supersededState || (state === "23505" && answeredOnce.test(violatedConstraint(error) ?? ""))
  );
}

/** A database error without the values that the statement was sent with: those never reach a log. */
class DatabaseFault extends Error {
  override name = "DatabaseFault";
  readonly code: string | null;
  readonly constraint_name: string | null;

  constructor(error: unknown, statement: string) {
    super(`${sqlState(error) ?? "no SQLSTATE"} in: ${statement}`);
    this.code = sqlState(error);
    this.constraint_name = violatedConstraint(error);
  }
}

/** Takes the values out of a failed query's error; any other error stays as it is. */
export function withoutValues(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? new DatabaseFault(error, error.query) : error;
}

function databaseError(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

function stringProperty(value: unknown, name: string): string | null {
  if (typeof value !== "object" || value === null || !(name in value)) return null;
  const found = (value as Record<string, unknown>)[name];
  return typeof found === "string" ? found : null;
}
