import { describe, expect, test } from "vitest";
import { areReadableArguments, hasFewFields, isReadableForm } from "@/app/_server/forms/readable-form";

const id = "7".repeat(42);
const state = '{"errors":[],"values":{"note":"$$5 was paid","kinds":["a"]},"formKey":"$undefined"}';

/** As a page of ours has it, in part or as changed. */
function sent(changes: Record<string, string> = {}): FormData {
  const data = new FormData();
  const fields = {
    $ACTION_REF_1: "",
    "$ACTION_1:0": `{"id":"${id}","bound":"$@1"}`,
    "$ACTION_1:1": `["RX1",${state}]`,
    $ACTION_KEY: "k",
    note: "$Q5 is typed by a person, and no business of ours",
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

function only(name: string): FormData {
  const data = new FormData();
  data.append(name, "");
  return data;
}

function nested(levels: number): string {
  return "[".repeat(levels) + "]".repeat(levels);
}

function list(length: number): string {
  return Array(length).fill(1).join(",");
}

test("a form has no more fields than any of ours could have", () => {
  const fields = (count: number) =>
    sent(Object.fromEntries([...Array(count).keys()].map((n) => [`f${n}`, ""])));
  expect(hasFewFields(fields(200))).toBe(true);
  expect(hasFewFields(fields(9_500))).toBe(false);
});

describe("a form sent without JavaScript", () => {
  test("is readable as our pages have it", () => {
    expect(isReadableForm(sent())).toBe(true);
    expect(isReadableForm(sent({ "$ACTION_1:0": `{"id":"${id}","bound":null}` }))).toBe(true);
    expect(isReadableForm(only(`$ACTION_ID_${id}`))).toBe(true);
  });

  test("is unreadable where it names no action at all", () => {
    expect(isReadableForm(only("note"))).toBe(false);
    expect(isReadableForm(new FormData())).toBe(false);
  });

  test.each([
    ["names nothing", { "$ACTION_1:0": "garbage" }],
    ["names no action", { "$ACTION_1:0": '{"id":5,"bound":"$@1"}' }],
    ["names an odd action", { "$ACTION_1:0": '{"id":"x","bound":"$@1"}' }],
    ["is bound to what is not there", { "$ACTION_1:0": `{"id":"${id}","bound":"$@9"}` }],
    ["is bound to no list", { "$ACTION_1:0": `{"id":"${id}","bound":[5]}` }],
    ["is bound to a broken text", { "$ACTION_1:1": '["RX1",{' }],
    ["is bound to a number", { "$ACTION_1:1": "5" }],
    ["is bound to a map of React's", { "$ACTION_1:1": '["$Q9",{}]' }],
    ["is bound to what is nested without end", { "$ACTION_1:1": nested(3_000) }],
    ["is bound to very many values", { "$ACTION_1:1": `[${list(400_000)}]` }],
    ["is bound to another action", { "$ACTION_1:1": '[{"ods":"$F1"}]' }],
  ])("is unreadable where it %s", (_, changes) => {
    expect(isReadableForm(sent(changes))).toBe(false);
  });

  test("is unreadable where its one action is odd", () => {
    expect(isReadableForm(only("$ACTION_ID_x"))).toBe(false);
  });
});

test("what JavaScript sends is a list of values and the form", () => {
  expect(areReadableArguments(`["RX1",${state},"$K1"]`)).toBe(true);
  expect(areReadableArguments("[]")).toBe(true);
  for (const odd of ["", "5", "{}", "garbage", '["$Q1"]', '[{"a":["$B1"]}]']) {
    expect(areReadableArguments(odd), odd).toBe(false);
  }
  expect(areReadableArguments(null)).toBe(false);
});

test("nor is it work to read what JavaScript sends", () => {
  const bound = (inner: string) => `["RX1",${inner},"$K1"]`;
  expect(areReadableArguments(bound(nested(15)))).toBe(true);
  expect(areReadableArguments(bound(`[${list(4_000)}]`))).toBe(true);
  for (const levels of [30, 5_000, 400_000]) {
    expect(areReadableArguments(bound(nested(levels))), `${levels}`).toBe(false);
    expect(areReadableArguments(bound('{"a":'.repeat(levels) + 1 + "}".repeat(levels))), `${levels}`).toBe(
      false,
    );
  }
  expect(areReadableArguments(`[${list(11)}]`)).toBe(false);
  expect(areReadableArguments(bound(`[${list(400_000)}]`))).toBe(false);
});
