import pino from "pino";
import { logLevels } from "./env";

const wanted = logLevels.find((level) => level === process.env.LOG_LEVEL);

/** One JSON line an event. Never give it a name, a note or anything that a person typed. */
export const log = pino({ level: wanted ?? "info", base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** Where a fault happened, as far as it is known. */
export interface FaultContext {
  requestId?: string;
  where: string;
  /** The reference that the error page shows. */
  digest?: string;
}

/** Logs what nobody expected, without personal data: see `describeFault`. */
export function logFault(error: unknown, { requestId, where, digest }: FaultContext): void {
  log.error({ requestId, where, digest, fault: describeFault(error) }, "fault");
}

export interface FaultDescription {
  name: string;
  message?: string;
  code?: string;
  constraint?: string;
  query?: string;
  stack: string[];
  cause?: FaultDescription;
}

/**
 * What may be logged of an error: its name and place, a statement's text without its values. A message can quote
 * what a person typed (a query's parameters, a row's key), so that all but the engine's own messages lose it.
 */
export function describeFault(error: unknown, depth = 0): FaultDescription {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const { code, constraint_name: constraint, query } = error as Error & Record<string, unknown>;
  return {
    name: error.name === "Error" ? error.constructor.name : error.name,
    message: safeMessage(error),
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof constraint === "string" ? { constraint } : {}),
    ...(typeof query === "string" ? { query } : {}),
    stack: (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)),
    ...(error.cause && depth < 3 ? { cause: describeFault(error.cause, depth + 1) } : {}),
  };
}

function safeMessage(error: Error): string | undefined {
  if ("params" in error || "query" in error || "detail" in error) return undefined;
  if (error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError) {
    return error.message;
  }
  return (error.message.split("\n")[0] ?? "")
    .replace(/(["'`]).*\1/g, "…")
    .replace(/[^\s,;]+@[^\s,;]+/g, "…")
    .replace(/\d[\d ]{2,}\d/g, "…");
}
