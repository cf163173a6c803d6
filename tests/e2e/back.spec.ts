import type { Page } from "@playwright/test";
import { expect, expectDone, expectSound, test } from "./support/journey";
import { fillFields, fillPracticeAs, practiceCounter, save } from "./support/practice-form";

/** Each run has a person of its own, who has recorded nothing alike. */
const runs = [
  {
    how: "with JavaScript, after a reload",
    javaScriptEnabled: true,
    again: "Confirm and save",
    person: "moira.blenkinsop@larkmere.example",
  },
  {
    how: "without JavaScript, to keep it as a draft",
    javaScriptEnabled: false,
    again: "Save as draft",
    person: "sunita.penhaligon@larkmere.example",
  },
];

const askedAbout = (page: Page) => page.getByRole("alert").filter({ hasText: "You saved the same at" });

for (const { how, javaScriptEnabled, again, person } of runs) {
  test.describe(how, () => {
    test.use({ javaScriptEnabled });

    test("going back and sending the same asks first, keeps what was typed, and saves it when it is another one", async ({
      page,
    }) => {
      await fillPracticeAs(page, person, "Went back");
      const practices = practiceCounter(page);
      const before = await practices();
      await save(page).click();
      await expectDone(page, "Recorded");
      const saved = new URL(page.url()).pathname;
      await page.goBack();
      if (javaScriptEnabled) await page.reload();
      await fillFields(page, "Went back");
      await page.getByRole("button", { name: again }).click();

      await expect(askedAbout(page)).toContainText(/at \d+:\d\d[ap]m.*If it is another one, send it again/);
      await expect(askedAbout(page).getByRole("link")).toHaveAttribute("href", saved);
      await expect(page.getByLabel("Note, if you want to add one")).toHaveValue("Went back");
      await expect(page.getByLabel("Achieved", { exact: true })).toBeChecked();
      if (javaScriptEnabled) await expect(askedAbout(page)).toBeFocused();
      await expectSound(page);
      expect(await practices()).toBe(before + 1);

      await save(page).click();
      await expectDone(page, "Recorded");
      expect(await practices()).toBe(before + 2);
      expect(new URL(page.url()).pathname).not.toBe(saved);
    });
  });
}
