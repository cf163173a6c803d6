import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { ActionForm } from "@/components/forms/action-form";
import { Checkboxes } from "@/components/forms/checkboxes";
import { DateField } from "@/components/forms/date-field";
import type { FormState } from "@/components/forms/form-state";
import { PasswordInput } from "@/components/forms/password-input";
import { Radios } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { Textarea } from "@/components/forms/textarea";

const options = [
  { value: "achieved", label: "Achieved" },
  { value: "stopped", label: "Stopped", hint: "Say why in the note" },
];

const stay = async (state: FormState) => state;

function form(initial?: FormState, idPrefix?: string): string {
  return renderToStaticMarkup(
    <ActionForm action={stay} formKey="key-1" initial={initial} idPrefix={idPrefix}>
      <TextInput name="count" label="How many?" hint="Alike, on one day" defaultValue="1" width="2" />
      <Textarea name="note" label="Note" />
      <Select name="setting" label="Setting" placeholder="Select a setting" options={options} />
      <Radios name="outcome" legend="How did it go?" options={options} defaultValue="achieved" />
      <Checkboxes name="kinds" legend="Which kinds?" options={options} defaultValue={["stopped"]} />
      <DateField name="on" legend="When was it?" hint="For example, 9 3 2026" defaultValue="2026-03-09" />
      <PasswordInput name="password" label="Your password" />
      <SubmitButton name="step" value="save">
        Save
      </SubmitButton>
    </ActionForm>,
  );
}

const wrong: FormState = {
  errors: [
    { field: "count", message: "Enter how many, such as 3" },
    { field: "outcome", message: "Select how it went" },
    { field: "on-month", message: "Enter a real month" },
    { field: null, message: "Nothing was saved" },
  ],
  values: {
    count: "x",
    note: "<b>left</b> wrist",
    setting: "stopped",
    outcome: "stopped",
    "on-day": "31",
    "on-month": "13",
  },
  formKey: "key-2",
};

describe("a fresh form", () => {
  const markup = form();

  test("shows what the page gave", () => {
    expect(input(markup, "count")).toContain('value="1"');
    expect(input(markup, "on")).toContain('value="9"');
    expect(input(markup, "on-month")).toContain('value="3"');
    expect(input(markup, "on-year")).toContain('value="2026"');
    expect(input(markup, "outcome")).toContain("checked");
    expect(input(markup, "kinds-2")).toContain("checked");
  });

  test("names the three parts of a date", () => {
    expect(input(markup, "on")).toContain('name="on-day"');
    expect(input(markup, "on-month")).toContain('name="on-month"');
    expect(input(markup, "on-year")).toContain('name="on-year"');
  });

  test("carries its key, and no error summary", () => {
    expect(markup).toContain('<input type="hidden" name="formKey" value="key-1"/>');
    expect(markup).not.toContain("nhsuk-error");
  });

  test("ties each label and hint to its field", () => {
    expect(markup).toContain('for="count"');
    expect(markup).toContain('<div class="nhsuk-hint" id="count-hint">');
    expect(input(markup, "count")).toContain('aria-describedby="count-hint"');
    expect(input(markup, "note")).not.toContain("aria-describedby");
    expect(input(markup, "outcome-2")).toContain('aria-describedby="outcome-2-item-hint"');
  });
});

describe("a form sent back", () => {
  const markup = form(wrong);

  test("keeps what was typed, escaped, under its new key", () => {
    expect(input(markup, "count")).toContain('value="x"');
    expect(markup).toContain("&lt;b&gt;left&lt;/b&gt; wrist");
    expect(markup).toContain('<option value="stopped" selected="">');
    expect(input(markup, "outcome")).not.toContain("checked");
    expect(input(markup, "outcome-2")).toContain("checked");
    expect(input(markup, "kinds-2")).not.toContain("checked");
    expect(input(markup, "on")).toContain('value="31"');
    expect(input(markup, "on-year")).toContain('value=""');
    expect(markup).toContain('name="formKey" value="key-2"');
  });

  test("every error in the summary leads to a field that exists", () => {
    expect(markup).toContain('role="alert"');
    const targets = [...markup.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets).toEqual(["count", "outcome", "on-month"]);
    for (const id of targets) expect(input(markup, id ?? "")).not.toBe("");
    expect(markup).toContain("<li>Nothing was saved</li>");
  });

  test("each field says its own error", () => {
    expect(input(markup, "count")).toContain('aria-describedby="count-hint count-error"');
    expect(markup).toContain('<fieldset class="nhsuk-fieldset" aria-describedby="outcome-error">');
    expect(markup).toContain(
      '<fieldset class="nhsuk-fieldset" role="group" aria-describedby="on-hint on-error">',
    );
    expect(input(markup, "on-month")).toContain("nhsuk-input--error");
    expect(input(markup, "on")).not.toContain("nhsuk-input--error");
  });

  test("never fills in a password", () => {
    const secret = form({ errors: [], values: { password: "hunter2" } });
    expect(secret).not.toContain("hunter2");
  });
});

test("two forms on a page keep their ids apart", () => {
  const markup = form(wrong, "p1");
  expect(markup).toContain('href="#p1-count"');
  expect(input(markup, "p1-count")).toContain('name="count"');
  expect(input(markup, "p1-count")).toContain('aria-describedby="p1-count-hint p1-count-error"');
});

test("an ended session asks for sign-in and carries what was typed", () => {
  const markup = form({ errors: [], values: {}, signIn: { sealed: "abc" } });
  expect(markup).toContain('<input type="hidden" name="signInSealed" value="abc"/>');
  expect(markup).toContain('name="signInPassword"');
  expect(markup).not.toContain('name="note"');
});

test("a notice leads to what was saved", () => {
  const markup = form({
    errors: [],
    values: { note: "again" },
    notice: { message: "You already saved this.", href: "/RX1/practice/1", linkText: "See it" },
  });
  expect(markup).toMatch(/You already saved this\..*<a href="\/RX1\/practice\/1">See it<\/a>/);
});

test("every id is used once", () => {
  const ids = [...form(wrong).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

/** The tag of the control with this id. */
function input(markup: string, id: string): string {
  return markup.match(new RegExp(`<(?:input|textarea|select)[^>]* id="${id}"[^>]*>`))?.[0] ?? "";
}
