/** The SQLSTATE of a failed statement, through Drizzle's wrapping; null for anything else. */
export function sqlState(error: unknown): string | null {
  return stringProperty(databaseError(error), "code");
}

/** The constraint that a statement violated, if it did. */
export function violatedConstraint(error: unknown): string | null {
  return stringProperty(databaseError(error), "constraint_name");
}

/** Raised by our triggers: somebody else superseded or answered the row first. */
export const supersededState = "CS001";

function databaseError(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

function stringProperty(value: unknown, name: string): string | null {
  if (typeof value !== "object" || value === null || !(name in value)) return null;
  const found = (value as Record<string, unknown>)[name];
  return typeof found === "string" ? found : null;
}
