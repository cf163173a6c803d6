import {
  expectKept,
  expectMistakesNamed,
  type FormCase,
  fillWrong,
  openForm,
  tabThrough,
} from "./support/forms";
import { expect, problemOn, test } from "./support/journey";

const leadElsewhere = "dominika.ekwueme@brackenfold.example";
/** No patient's: the number is the one that NHS documents use as their example. */
const patient = "NHS number 943 476 5919";
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
  },
  "record theory": {
    who: "blessing.hargreave@larkmere.example",
    through: ["Find a person", "Kamal Gwatkin", "Recovery support", "Record theory"],
    button: "Save",
    typed: wrongDate("When did they complete it?"),
  },
  suspend: {
    who: "heledd.adomako@larkmere.example",
    through: ["Operating theatres", /^Current.*Carys Mistry-Poole/, "Suspend pending review"],
    button: "Suspend pending review",
    typed: { "Incident reference (optional)": "INC-1" },
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
  },
  "set cover": {
    who: leadElsewhere,
    through: ["Requirements and cover", "Podiatry"],
    button: "Set cover",
    typed: { "How many people who are current": "some" },
  },
};

for (const [name, given] of Object.entries(forms)) {
  test.describe(name, () => {
    test.describe("without JavaScript", () => {
      test.use({ javaScriptEnabled: false });

      test("names what is wrong and keeps what was typed", async ({ page }) => {
        const form = await openForm(page, given);
        await fillWrong(form, given);
        await form.getByRole("button", { name: given.button }).click();
        await expectMistakesNamed(page, form);
        await expectKept(form, given);
      });
    });

    test("works by keyboard alone, and brings the focus to what is wrong", async ({ page }) => {
      const form = await openForm(page, given);
      await tabThrough(page, form, given.button);
      await fillWrong(form, given);
      await form.getByRole("button", { name: given.button }).focus();
      await page.keyboard.press("Enter");
      await expect(problemOn(page)).toBeVisible();
      const summary = page.locator(":focus").filter({ hasText: "There is a problem" });
      await expect(summary).toBeVisible();
      await expectMistakesNamed(page, form);
      await expectKept(form, given);
    });
  });
}
