import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { describeFault } from "@/lib/platform/log";

test("a failed query keeps its text and code, never its values", () => {
  const cause = Object.assign(new Error('duplicate key value violates "email"'), {
    name: "PostgresError",
    code: "23505",
    constraint_name: "accounts_email_key",
    detail: "Key (email)=(jo.bloggs@example.nhs.uk) already exists.",
    parameters: ["jo.bloggs@example.nhs.uk"],
  });
  const fault = describeFault(
    new DrizzleQueryError("insert into accounts values ($1)", ["jo.bloggs@example.nhs.uk"], cause),
  );
  expect(fault).toMatchObject({
    query: "insert into accounts values ($1)",
    cause: { name: "PostgresError", code: "23505", constraint: "accounts_email_key" },
  });
  expect(fault.stack.length).toBeGreaterThan(0);
  expect(JSON.stringify(fault)).not.toContain("bloggs");
});

test("a message loses what it quotes, addresses and long numbers", () => {
  const fault = describeFault(
    new Error("No team 'Ward 7' for jo@example.nhs.uk, 943 476 5919 or 9434765919\nsecond line"),
  );
  expect(fault.message).toBe("No team … for …, … or …");
});

test("the engine's own messages stay whole", () => {
  expect(describeFault(new TypeError("x is not a function")).message).toBe("x is not a function");
});

test("what is no error is named by its type alone", () => {
  expect(describeFault("Jo Bloggs")).toEqual({ name: "string", stack: [] });
});

test("a circle of causes ends", () => {
  const error = new Error("a");
  error.cause = error;
  expect(JSON.stringify(describeFault(error))).toContain("cause");
});
