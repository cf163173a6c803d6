import type { Page } from "@playwright/test";
import { expect } from "./journey";
import { signInAs } from "./sign-in";

export const note = (page: Page) => page.getByLabel("Note, if you want to add one");
export const save = (page: Page) => page.getByRole("button", { name: "Confirm and save" });

/** The form for supervised practice of one's own, filled in and not sent. */
export async function fillPractice(
  page: Page,
  text: string,
  competency = "Whole-body (bone) imaging",
): Promise<void> {
  await page.getByRole("link", { name: "Record practice" }).first().click();
  const listed = page.getByRole("main").locator("a", { hasText: competency });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("What did you practise?");
  await page.goto((await listed.first().getAttribute("href")) ?? "");
  await fillFields(page, text);
}

export async function fillPracticeAs(page: Page, who: string, text: string): Promise<void> {
  await signInAs(page, who);
  await fillPractice(page, text);
}

export async function fillFields(page: Page, text: string): Promise<void> {
  await page.getByLabel("Achieved", { exact: true }).check();
  for (const label of ["Where was it?", "Which equipment did you use?", "Who watched?"]) {
    const field = page.getByLabel(label);
    if ((await field.count()) > 0) await field.selectOption({ index: 1 });
  }
  await note(page).fill(text);
}

/** How many practices the page of the form's competency lists for whoever is signed in. */
export function practiceCounter(page: Page): () => Promise<number> {
  const competency = new URL(page.url()).searchParams.get("competency");
  return async () => {
    const html = await (await page.request.get(`/demo1/competencies/${competency}`)).text();
    return new Set(html.match(/\/practice\/[0-9a-f-]{36}/g)).size;
  };
}
