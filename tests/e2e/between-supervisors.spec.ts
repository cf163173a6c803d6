import { expect, expectDone, expectSound, password, problemOn, test } from "./support/journey";
import { press } from "./support/keyboard";
import { signInAs } from "./support/sign-in";

const assistant = "ewan.sivakumar@larkmere.example";
const asked = "Kwame Bassey";
const colleague = "hamza.fothergill@larkmere.example";
const competency = "Theatre specimen handling";

/** By keyboard, and without JavaScript: the other journeys have both. */
test.use({ javaScriptEnabled: false });

test("a request is taken over, returned, answered in a new round, and declined with a reason", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, assistant);
  await page.getByRole("link", { name: "All my competencies" }).click();
  await page.getByRole("main").getByRole("link", { name: competency }).click();
  await page.getByRole("link", { name: "Ask for sign-off" }).click();
  await page.getByLabel("Supervisor to ask").selectOption({ label: asked });
  await page.getByRole("button", { name: "Ask for sign-off" }).click();
  await expectDone(page, "You have asked for sign-off");
  const request = new URL(page.url()).pathname;

  await signInAs(page, colleague);
  await page.getByRole("link", { name: "Waiting for you" }).first().click();
  const waiting = page.getByRole("row").filter({ hasText: `addressed to ${asked}` });
  await waiting
    .filter({ hasText: "Ewan Sivakumar" })
    .filter({ hasText: competency })
    .getByRole("link")
    .click();
  await expectSound(page);
  await press(page, "Take this request over");
  await expectDone(page, "You have taken this request over");
  await expectSound(page);
  const decision = new URL(page.url()).pathname;

  await page.getByRole("textbox", { name: "What is missing" }).fill("Two more, on an evening list");
  await page.getByLabel("Your password").fill(password);
  await press(page, "Return and sign");
  await expectDone(page, "You have returned the request");
  await expectSound(page);

  await signInAs(page, assistant);
  const came = page.getByRole("region", { name: "Important" }).filter({ hasText: competency });
  await expect(came).toContainText("Two more, on an evening list");
  await came.getByRole("link", { name: /Answer the return/ }).click();
  await expectSound(page);
  await page.getByLabel("Supervisor to ask").selectOption({ label: "Hamza Fothergill" });
  await page.getByLabel("What you have done since, if you want to say").fill("Both are recorded");
  await press(page, "Ask again");
  await expectDone(page, "You have asked again");
  await expect(page.getByRole("heading", { name: "Sign-off asked for, round 2" })).toBeVisible();

  await signInAs(page, colleague);
  await page.goto(decision);
  await expect(page.getByText("Both are recorded").first()).toBeVisible();
  await page.getByRole("link", { name: /^Decline/ }).click();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Decline and sign" }).click();
  await expect(problemOn(page)).toContainText("Enter the reason for declining");
  await page.getByLabel("Reason for declining").fill("This is not part of the post any more");
  await page.getByLabel("Your password").fill(password);
  await expectSound(page);
  await press(page, "Decline and sign");
  await expectDone(page, "You have declined the request");

  await signInAs(page, assistant);
  await page.goto(request);
  await expect(page.getByText("This is not part of the post any more").first()).toBeVisible();
  await expect(page.getByText("Declined").first()).toBeVisible();
  await expectSound(page);
});
