import { expect, type Locator, type Page } from "@playwright/test";
import type { FormCase } from "./forms";

/** The control of a form that has the focus, as a person at it knows it. */
interface Focused {
  kind: "text" | "radio" | "select" | "button" | "other";
  name: string;
  words: string;
  group: string;
  /** It looks different with the focus: an outline, a shadow, or its label's box. */
  seen: boolean;
  /** Of a list: what its last entry says. */
  last: string;
}

/**
 * Comes to every control of the form by Tab, uses it as its kind is used, and presses the button: by keyboard alone,
 * with the focus seen all the way.
 */
export async function sendByKeyboard(page: Page, form: Locator, given: FormCase): Promise<void> {
  const controls = form.locator("input:not([type=hidden]), select, textarea");
  const names = await controls.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name));
  const reached = new Set<string>();
  const used = new Set<string>();
  const stops = await page.locator("a[href], button, input, select, textarea, summary").count();
  for (let presses = 0; presses <= stops; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await form.evaluate(focusIn);
    if (!at) continue;
    expect(at.seen, `the focus on “${at.words}” is visible`).toBe(true);
    reached.add(at.name);
    if (at.kind === "button" && at.words.match(given.button)) {
      expect([...reached]).toEqual(expect.arrayContaining(names));
      expect([...used].sort()).toEqual(wantedOf(given));
      return page.keyboard.press("Enter");
    }
    const use = useOf(at, given);
    if (!use) continue;
    used.add(use.key);
    await handle(page, form, at, use.value);
  }
  throw new Error(`${given.button} is not reached by keyboard`);
}

function wantedOf({ typed = {}, chosen = {}, selected = [] }: FormCase): string[] {
  return [...Object.keys(typed), ...Object.keys(chosen), ...selected].sort();
}

function useOf(at: Focused, { typed = {}, chosen = {}, selected = [] }: FormCase) {
  if (at.kind === "radio") return found(chosen, (question) => at.group.includes(question));
  if (at.kind === "select") {
    const key = selected.find((label) => at.words.includes(label));
    return key ? { key, value: at.last } : undefined;
  }
  if (at.kind !== "text") return undefined;
  return found(typed, (label) => {
    const [group = "", part] = label.split(": ");
    return part ? at.group.includes(group) && at.words === part : at.words.includes(group);
  });
}

function found(entries: Record<string, string>, isIt: (key: string) => boolean) {
  const entry = Object.entries(entries).find(([key]) => isIt(key));
  return entry && { key: entry[0], value: entry[1] };
}

async function handle(page: Page, form: Locator, { kind }: Focused, value: string): Promise<void> {
  if (kind === "text") await page.keyboard.press("Control+A");
  if (kind !== "radio") return page.keyboard.type(value);
  await page.keyboard.press("Space");
  for (let presses = 0; presses < 10; presses += 1) {
    if ((await form.evaluate(focusIn))?.words === value) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`no radio button says “${value}”`);
}

function focusIn(form: Element): Focused | null {
  const at = document.activeElement;
  if (!at || !form.contains(at)) return null;
  const near = [at, at.nextElementSibling].filter((one) => one instanceof Element);
  const seen = near.some((element) =>
    ["", "::before"].some((part) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part || null);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    }),
  );
  const control = at as HTMLInputElement;
  const label = control.labels?.[0]?.textContent ?? at.getAttribute("aria-label") ?? at.textContent ?? "";
  const kinds: Record<string, Focused["kind"]> = {
    radio: "radio",
    checkbox: "other",
    "select-one": "select",
  };
  const isText = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
  return {
    kind: at instanceof HTMLButtonElement ? "button" : (kinds[control.type] ?? (isText ? "text" : "other")),
    name: control.name ?? "",
    words: label.trim(),
    group: at.closest("fieldset")?.querySelector("legend")?.textContent?.trim() ?? "",
    seen,
    last: at instanceof HTMLSelectElement ? (at.options[at.options.length - 1]?.text ?? "") : "",
  };
}
