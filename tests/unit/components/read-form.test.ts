import { describe, expect, test } from "vitest";
import { readForm } from "@/components/forms/read-form";

function sent(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe("what a form sent", () => {
  test("leaves Next's own fields and ours out", () => {
    const read = readForm(
      sent(["$ACTION_KEY", "x"], ["formKey", "k"], ["signInEmail", "a@b"], ["note", "typed"]),
    );
    expect(read).toEqual({
      input: { note: "typed" },
      values: { note: "typed" },
      formKey: "k",
      secrets: false,
    });
  });

  test("makes a list of a repeated field", () => {
    expect(readForm(sent(["team", "a"], ["team", "b"])).input).toEqual({ team: ["a", "b"] });
  });

  test("never shows a secret again, though the command gets it", () => {
    const read = readForm(sent(["password", "hush"], ["newPassword", "hush"]));
    expect(read.input.password).toBe("hush");
    expect(read.values).toEqual({});
    expect(read.secrets).toBe(true);
  });

  test.each([
    [["14", "5", "2026"], "2026-05-14"],
    [["14", "05", "2026"], "2026-05-14"],
    [[" 1 ", " 2", "2026 "], "2026-02-01"],
    [["31", "2", "2026"], "2026-02-31"],
    [["14", "", "2026"], "2026-00-14"],
    [["", "", ""], ""],
  ])("composes the parts of a date: %j is %j", ([day = "", month = "", year = ""], date) => {
    const read = readForm(sent(["on-day", day], ["on-month", month], ["on-year", year]));
    expect(read.input.on).toBe(date);
    expect(read.values).toEqual({ "on-day": day, "on-month": month, "on-year": year });
  });

  test("leaves a file out: it is not text", () => {
    const data = sent(["note", "typed"]);
    data.append("file", new File(["x"], "x.txt"));
    expect(readForm(data).input).toEqual({ note: "typed" });
  });
});
