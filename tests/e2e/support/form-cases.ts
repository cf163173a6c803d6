import type { FormCase } from "./forms";

const leadElsewhere = "dominika.ekwueme@brackenfold.example";
/** No patient's: the number is the one that NHS documents use as their example. */
const patient = "NHS number 943 476 5919";
/** The newest practice that a page lists. */
const aDay = /^\d+ [A-Z][a-z]+ \d{4}$/;
const noDay = { Day: "31", Month: "2", Year: "2026" };
const wrongDate = (group: string) =>
  Object.fromEntries(Object.entries(noDay).map(([part, value]) => [`${group}: ${part}`, value]));

/** Forms that something can be wrong in. */
export const forms: Record<string, FormCase> = {
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
  "end an entitlement": {
    who: "Authoriser of entitlements",
    through: ["Entitlements", "See and end what has been granted", /^End the authority of Abena Agbaje/],
    button: "End authority",
    typed: { "Why it ends": patient, ...wrongDate("Last day") },
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
