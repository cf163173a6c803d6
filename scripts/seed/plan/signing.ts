import { addDays, type IsoDate } from "@/lib/platform/dates";
import { type Course, courseName, practiceName, requestName, staff } from "./learner";
import { ref } from "./planned";

const why = {
  return: [
    "One more under indirect supervision, please, and write down what you would do if it failed",
    "I would like to see one from start to end before I sign",
    "Please do this once more in the other setting",
  ],
  decline: "We agreed that you will go back to direct supervision for a month and ask again then",
  reinstate: "I watched two from start to end and we went through the procedure together",
  restrict: "We want to see a few more with somebody at hand before this goes on alone",
  void: "Meant for a colleague of the same name: I had the wrong record open",
  except: "Only one registrant of this profession works in the team until the vacancy is filled",
  suspend: "Paused while we look into a near miss. This says nothing about your work so far",
};

export function ask(course: Course, on: IsoDate, addressee = course.signer): void {
  const { learner, competency } = course;
  const competencyId = ref("competency", competency.code);
  const input = { competencyId, supervisorId: staff(addressee), note: null };
  learner.diary.write(on, learner.person.key, "requestSignOff", input, {
    as: `request:${courseName(course)}`,
  });
}

/** Kept for later, and sent by nobody yet. */
export function draft(course: Course, on: IsoDate): void {
  const { learner, competency } = course;
  const competencyId = ref("competency", competency.code);
  const note = "After the audit week, when you are back";
  const input = { competencyId, supervisorId: staff(course.signer), note };
  learner.diary.write(on, learner.person.key, "draftRequest", input);
}

export function askAgain(course: Course, on: IsoDate, seenVersion: number): void {
  const { diary, person } = course.learner;
  const input = {
    requestId: requestName(course),
    seenVersion,
    supervisorId: staff(course.signer),
    note: "Done",
  };
  diary.write(on, person.key, "resubmitSignOff", input);
}

/** Signs on the strength of the practice that the signer watched themselves. */
export function approve(course: Course, on: IsoDate, lastPractice: number, seenVersion = 1): void {
  const assessmentPracticeId = ref("practice", practiceName(course, lastPractice));
  decide(course, on, { outcome: "approve", seenVersion, assessmentPracticeId, assessmentNote: null });
}

export function giveBack(course: Course, on: IsoDate): void {
  decide(course, on, { outcome: "return", seenVersion: 1, missing: course.learner.chance.pick(why.return) });
}

export function decline(course: Course, on: IsoDate): void {
  decide(course, on, { outcome: "decline", seenVersion: 1, reason: why.decline });
}

type Outcome =
  | { outcome: "approve"; seenVersion: number; assessmentPracticeId: string; assessmentNote: null }
  | { outcome: "return"; seenVersion: number; missing: string }
  | { outcome: "decline"; seenVersion: number; reason: string };

function decide(course: Course, on: IsoDate, outcome: Outcome): void {
  const { learner, competency, signer } = course;
  const whose = { staffId: staff(learner.person.key), competencyId: ref("competency", competency.code) };
  learner.diary.write(on, signer, "decideSignOff", { ...whose, requestId: requestName(course), ...outcome });
}

export function withdraw(course: Course, on: IsoDate): void {
  const { diary, person } = course.learner;
  diary.write(on, person.key, "withdrawRequest", { requestId: requestName(course), seenVersion: 1 });
}

export function takeOver(course: Course, on: IsoDate): void {
  const input = { requestId: requestName(course), seenVersion: 1 };
  course.learner.diary.write(on, course.signer, "takeOverRequest", input);
}

export function suspend(course: Course, on: IsoDate): void {
  const { learner, competency } = course;
  const whose = { staffId: staff(learner.person.key), competencyId: ref("competency", competency.code) };
  const input = {
    ...whose,
    reason: why.suspend,
    incidentReference: `INC-${on.slice(2, 4)}-${on.slice(5, 7)}7`,
  };
  learner.diary.write(on, learner.manager, "suspendHolding", input);
}

export function restrict(course: Course, on: IsoDate): void {
  const limits = {
    siteId: null,
    equipmentId: null,
    supervision: "indirect" as const,
    limits: "Not on nights",
  };
  course.learner.diary.write(on, course.learner.manager, "restrictHolding", {
    ...whoseOf(course),
    ...limits,
    reason: why.restrict,
    incidentReference: null,
  });
}

export function voidIt(course: Course, on: IsoDate): void {
  course.learner.diary.write(on, course.signer, "voidSignOff", { ...whoseOf(course), reason: why.void });
}

/** The lead lets the only observer sign; it is still in force today. */
export function except(course: Course, on: IsoDate): void {
  const { diary, lead, calendar } = course.learner;
  const lastDay = addDays(calendar.today, 90);
  diary.write(on, lead, "approveException", { ...whoseOf(course), reason: why.except, lastDay });
}

function whoseOf({ learner, competency }: Course) {
  return { staffId: staff(learner.person.key), competencyId: ref("competency", competency.code) };
}

export function reinstate(course: Course, on: IsoDate): void {
  const { learner, signer } = course;
  learner.diary.write(on, signer, "reinstateHolding", { ...whoseOf(course), reason: why.reinstate });
}

/** The employer entitles, and the person accepts a few days later. */
export function entitle(course: Course, on: IsoDate, accepted: boolean): void {
  const { learner, competency } = course;
  const { person, diary, calendar } = learner;
  const whose = { staffId: staff(person.key), competencyId: ref("competency", competency.code) };
  const document = `IR(ME)R schedule of entitlement ${on.slice(0, 4)}, entry ${person.employeeNumber}`;
  const grant = { kind: "entitlement" as const, equipmentId: null, validFrom: on, lastDay: null, document };
  const name = courseName(course);
  diary.write(
    on,
    learner.authoriser,
    "grantAuthority",
    { ...whose, ...grant },
    {
      as: `authority:${name}`,
    },
  );
  const acceptedOn = addDays(on, 2);
  if (!accepted || acceptedOn >= calendar.today) return;
  diary.write(acceptedOn, person.key, "acceptAuthority", { authorityId: ref("authority", name) });
}
