import type { Locator, Page } from "@playwright/test";
import {
  expectKept,
  expectMistakesNamed,
  type FormCase,
  fillWrong,
  formWith,
  openForm,
} from "./support/forms";
import { expect, expectDone, test } from "./support/journey";
import { press } from "./support/keyboard";
import { sendByKeyboard } from "./support/keyboard-form";
import { signInAfresh, signInAs } from "./support/sign-in";

const leadElsewhere = "dominika.ekwueme@brackenfold.example";
/** No patient's: the number is the one that NHS documents use as their example. */
const patient = "NHS number 943 476 5919";
/** The newest practice that a page lists. */
const aDay = /^\d+ [A-Z][a-z]+ \d{4}$/;
const noDay = { Day: "31", Month: "2", Year: "2026" };
const wrongDate = (group: string) =>
  Object.fromEntries(Object.entries(noDay).map(([part, value]) => [`${group}: ${part}`, value]));

/** Forms that something can be wrong in. */
const forms: Record<string, FormCase> = {
  "sign in": { through: "/sign-in", button: /^Sign in$/, typed: { "Email address": "nobody" } },
  "record practice": {
    who: "parveen.ollerenshaw@larkmere.example",
    through: ["Record practice", /imaging|checks|identification|waste|display/i],
    button: "Confirm and save",
    typed: { "How many, all alike?": "99", "Note, if you want to add one": "In the morning" },
    chosen: {
      "How did it go?": "Stopped",
      "How closely were you watched?": "Direct: the person who watched was beside you throughout",
    },
    selected: ["Where was it?"],
  },
  "correct practice": {
    who: "temi.obuasi@larkmere.example",
    through: ["All my competencies", "Vital signs and NEWS2", aDay, "Correct it"],
    button: "Confirm and save",
    typed: { "How many, all alike?": "0", "Note, if you want to add one": patient },
    chosen: { "How did it go?": "Achieved with prompting" },
  },
  "withdraw one's own practice": {
    who: "temi.obuasi@larkmere.example",
    through: ["All my competencies", "Vital signs and NEWS2", aDay],
    button: "Withdraw this practice",
    typed: { "Why, if you want to say": patient },
  },
  "comment on practice": {
    who: "temi.obuasi@larkmere.example",
    through: ["All my competencies", "Vital signs and NEWS2", aDay],
    button: "Save comment",
    typed: { "Add a comment": patient },
  },
  "ask for sign-off": {
    who: "parveen.ollerenshaw@larkmere.example",
    through: ["All my competencies", "Radioactive waste handling", "Ask for sign-off"],
    button: "Ask for sign-off",
    typed: { "Note to your supervisor, if you want to add one": patient },
  },
  "answer a return": {
    who: "benedict.featherstone@larkmere.example",
    through: [/Answer the return/],
    button: "Ask again",
    typed: { "What you have done since, if you want to say": patient },
  },
  "confirm or refuse practice": {
    who: "tamsin.dhillon@larkmere.example",
    through: ["Waiting for you", /Circulating role.*Winston Rowbotham/],
    button: "Do not confirm",
  },
  "decide on a request": {
    who: "lakshmi.kyei@larkmere.example",
    through: ["Waiting for you", /Contamination.*Samir Gbadamosi/],
    button: /and sign$/,
  },
  "record practice that one watched": {
    who: "niamh.mbatha@larkmere.example",
    through: [
      "Find a person",
      "Sunita Penhaligon",
      "Record practice that you watched",
      "Whole-body (bone) imaging",
    ],
    button: "Confirm and save",
    typed: { "How many, all alike?": "none", "Note, if you want to add one": "In the morning" },
    chosen: { "Was it real or simulated?": "Simulated" },
    selected: ["Where was it?"],
  },
  "record theory": {
    who: "blessing.hargreave@larkmere.example",
    through: ["Find a person", "Kamal Gwatkin", "Recovery support", "Record theory"],
    button: "Save",
    typed: wrongDate("When did they complete it?"),
  },
  suspend: {
    who: "heledd.adomako@larkmere.example",
    through: ["Operating theatres", /^Carys Mistry-Poole$/, "Circulating role", "Suspend pending review"],
    button: "Suspend pending review",
    typed: { "Incident reference (optional)": "INC-1" },
  },
  restrict: {
    who: "heledd.adomako@larkmere.example",
    through: ["Operating theatres", /^Carys Mistry-Poole$/, "Circulating role", "Restrict to named limits"],
    button: /^Restrict/,
    typed: { "Incident reference (optional)": "INC-2" },
  },
  "show another day": {
    who: "heledd.adomako@larkmere.example",
    through: ["Operating theatres"],
    button: "Show",
    typed: wrongDate("Show another day"),
  },
  reinstate: {
    who: "hamza.fothergill@larkmere.example",
    through: ["Find a person", "Ewan Sivakumar", /Swab, needle/, "Reinstate after reassessment"],
    button: "Reinstate",
  },
  "grant an entitlement": {
    who: "Authoriser of entitlements",
    through: ["Entitlements", /Grant authority .*Leila Haddow/],
    button: "Grant authority",
    typed: wrongDate("Last day"),
  },
  "approve an assessor": {
    who: leadElsewhere,
    through: ["Assessors", "Approve an assessor"],
    button: "Approve assessor",
    typed: wrongDate("Until"),
  },
  "end an approval": {
    who: leadElsewhere,
    through: ["Assessors", /^End /],
    button: "End approval",
    typed: wrongDate("From which day"),
  },
  "approve an exception": {
    who: leadElsewhere,
    through: ["Exceptions", "Approve an exception"],
    button: "Approve exception",
    typed: { "Why can nobody else watch?": patient, ...wrongDate("Last day") },
    selected: ["For whom?"],
  },
  "end an exception": {
    who: leadElsewhere,
    through: ["Exceptions", /^End /],
    button: "End exception",
    typed: wrongDate("From which day"),
  },
  "end a requirement": {
    who: leadElsewhere,
    through: ["Requirements and cover", "Podiatry", /^End .*Assistant practitioner/],
    button: "End requirement",
    typed: wrongDate("From which day"),
  },
  "end cover": {
    who: leadElsewhere,
    through: ["Requirements and cover", "Podiatry", /^End .*Any shift/],
    button: "End cover",
    typed: wrongDate("From which day"),
  },
  "withdraw confirmed practice": {
    who: leadElsewhere,
    through: ["Find a person", "Alisha Sobczak", /Capillary blood/, aDay, "Withdraw this practice"],
    button: "Withdraw this practice",
    typed: { Reason: patient },
  },
  "mark a signature as signed in error": {
    who: leadElsewhere,
    through: ["Find a person", "Alisha Sobczak", /Capillary blood/, /signed in error/],
    button: "Mark as signed in error",
    typed: { "What went wrong": patient },
  },
  "record a check": {
    who: leadElsewhere,
    through: ["Registrations", /^Record a check/],
    button: "Record check",
    typed: wrongDate("Last day on which"),
  },
  "clear conditions": {
    who: leadElsewhere,
    through: ["Registrations", /^Record a check of Femi Barraclough/],
    button: "Record that they do not",
  },
  "adopt a framework": { who: leadElsewhere, through: ["Frameworks"], button: "Adopt framework" },
  "set a requirement": {
    who: leadElsewhere,
    through: ["Requirements and cover", "Podiatry"],
    button: "Set requirement",
    typed: { "Due within how many days": "soon" },
    chosen: { "Is it mandatory?": "Optional" },
    selected: ["Job role", "Competency"],
  },
  "set cover": {
    who: leadElsewhere,
    through: ["Requirements and cover", "Podiatry"],
    button: "Set cover",
    typed: { "How many people who are current": "some" },
    selected: ["Competency", "Shift"],
  },
};

/** Here and now each form is sent in one of the two ways, turn about; the whole proof sends each in both. */
const ways = ["without JavaScript", "by keyboard alone"] as const;
const everything = process.env.FULL === "1";

for (const [index, [name, given]] of Object.entries(forms).entries()) {
  for (const way of everything ? ways : [ways[index % 2]]) {
    test(`${name}: what is wrong is named and what was typed is kept, ${way}`, async ({
      browser,
      baseURL,
    }) => {
      const plain = await (await browser.newContext({ javaScriptEnabled: false, baseURL })).newPage();
      const found = await openForm(plain, given);
      if (way === "without JavaScript") {
        await fillWrong(found, given);
        await found.getByRole("button", { name: given.button }).click();
        await expectMistakes(plain, found, given);
      } else {
        const page = await browser.newPage({ baseURL });
        await page.context().addCookies(await plain.context().cookies());
        await page.goto(plain.url());
        const form = formWith(page, given);
        await sendByKeyboard(page, form, given);
        await expect(page.locator(":focus").filter({ hasText: "There is a problem" })).toBeVisible();
        await expectMistakes(page, form, given);
        await page.close();
      }
      await plain.context().close();
    });
  }
}

/** They are named, and everything typed is there still. */
async function expectMistakes(page: Page, form: Locator, given: FormCase): Promise<void> {
  await expectMistakesNamed(page, form);
  await expectKept(form, given);
}

/** Forms that nothing can be wrong in: each run has somebody of its own. */
const runs = [
  { how: "by keyboard", javaScriptEnabled: true, who: "joanna.pemberthy@larkmere.example" },
  { how: "without JavaScript", javaScriptEnabled: false, who: "zofia.satterthwaite@larkmere.example" },
];

for (const { how, javaScriptEnabled, who } of runs) {
  test.describe(how, () => {
    test.use({ javaScriptEnabled });

    test("a request is sent and withdrawn", async ({ page }) => {
      await signInAs(page, who);
      const own = page.getByRole("main").locator('a[href*="/competencies/"]');
      await page.goto((await own.first().getAttribute("href")) ?? "");
      await page.getByRole("link", { name: "Ask for sign-off" }).click();
      await pressed(page, "Ask for sign-off");
      await expectDone(page, "You have asked for sign-off");
      await pressed(page, "Withdraw my request");
      await expectDone(page, "Your request is withdrawn");
    });

    test("signing out leads to sign in, and the page is gone", async ({ page }) => {
      await signInAfresh(page, who);
      const home = page.url();
      await pressed(page, "Sign out");
      await expect(page).toHaveURL(/\/sign-in$/);
      await page.goto(home);
      await expect(page).toHaveURL(/\/sign-in\?next=/);
    });
  });

  const pressed = (page: Page, name: string) =>
    javaScriptEnabled ? press(page, name) : page.getByRole("button", { name, exact: true }).click();
}
