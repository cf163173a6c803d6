import { describe, expect, test } from "vitest";
import { safeNextPath } from "@/lib/auth/schema";

describe("where to go after signing in", () => {
  test.each(["/", "/rx1", "/rx1/queue?page=2", "/rx1/teams/a%20b"])("%s is a page of ours", (path) => {
    expect(safeNextPath(path)).toBe(path);
  });

  test.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "evil",
    "",
    undefined,
    ["/rx1", "/rx2"],
  ])("%j leads to the start page", (path) => {
    expect(safeNextPath(path)).toBe("/");
  });
});
