import { z } from "zod";
import { passwordInput } from "@/lib/auth/schema";
import { supervisionLevels } from "@/lib/competencies/rules";
import {
  freeText,
  identifier,
  isoDate,
  optionalIdentifier,
  optionalText,
  requiredText,
  wholeNumber,
} from "@/lib/platform/schema";

const requestId = identifier("Choose the request from your list");
const seenVersion = wholeNumber(
  0,
  2_147_483_647,
  "Open the request again, so that you decide on what is there now",
);

/** Ask that a competency be signed off. */
export const requestInput = z.object({
  competencyId: identifier("Select the competency that you want signed off"),
  supervisorId: identifier("Select the supervisor to ask"),
  note: optionalText(1000),
});

export type RequestInput = z.infer<typeof requestInput>;

/** Send a request that was saved as a draft, or save it again. */
export const draftInput = z.object({
  requestId,
  seenVersion,
  supervisorId: identifier("Select the supervisor to ask"),
  note: optionalText(1000),
});

export type DraftInput = z.infer<typeof draftInput>;

/** Answer a returned request: a new round, to the same supervisor or another. */
export const resubmitInput = z.object({
  requestId,
  seenVersion,
  supervisorId: identifier("Select the supervisor to ask"),
  note: optionalText(1000),
});

export type ResubmitInput = z.infer<typeof resubmitInput>;

/** Withdraw one's own request. */
export const withdrawInput = z.object({ requestId, seenVersion });

export type WithdrawInput = z.infer<typeof withdrawInput>;

/** Take over a request that was addressed to a colleague. */
export const takeOverInput = z.object({ requestId, seenVersion });

export type TakeOverInput = z.infer<typeof takeOverInput>;

/** Suspend pending review. Only the reference of an incident is kept, never its story. */
export const suspendInput = z.object({
  staffId: identifier("Select the person"),
  competencyId: identifier("Select the competency to suspend"),
  reason: requiredText(1000, "Enter the reason for suspending. Give no patient details"),
  incidentReference: optionalText(50),
});

export type SuspendInput = z.infer<typeof suspendInput>;

/** Restrict instead: the holder goes on within the limits named. At least one limit makes a restriction. */
export const restrictInput = z
  .object({
    staffId: identifier("Select the person"),
    competencyId: identifier("Select the competency to restrict"),
    siteId: optionalIdentifier("Select the site from the list"),
    equipmentId: optionalIdentifier("Select the equipment from the list"),
    supervision: z.preprocess(
      (value) => (value === "" || value === undefined ? null : value),
      z.enum(supervisionLevels, { error: "Select the supervision from the list" }).nullable(),
    ),
    limits: optionalText(500),
    reason: requiredText(1000, "Enter the reason for restricting. Give no patient details"),
    incidentReference: optionalText(50),
  })
  .refine(({ siteId, equipmentId, supervision, limits }) => siteId ?? equipmentId ?? supervision ?? limits, {
    path: ["limits"],
    error: "Name at least one limit: a site, equipment, supervision or something else",
  });

export type RestrictInput = z.infer<typeof restrictInput>;

/** Rule 4's exception: one person, one competency, until a day. */
export const exceptionInput = z.object({
  staffId: identifier("Select the person"),
  competencyId: identifier("Select the competency"),
  reason: requiredText(500, "Enter why nobody else can watch, as it will stand on the signature"),
  lastDay: isoDate("Enter the last day of the exception, like 14 5 2027"),
});

export type ExceptionInput = z.infer<typeof exceptionInput>;

/** Signed for the wrong person or the wrong competency. */
export const voidInput = z.object({
  signatureId: identifier("Open the signature again"),
  reason: requiredText(1000, "Enter what went wrong, such as the wrong person or the wrong competency"),
  password: passwordInput,
});

export type VoidInput = z.infer<typeof voidInput>;

/** The employer's entitlement or scope extension for one person and one competency. */
export const entitlementInput = z
  .object({
    kind: z.enum(["entitlement", "scope-extension"], { error: "Select entitlement or scope extension" }),
    staffId: identifier("Select the person"),
    competencyId: identifier("Select the competency"),
    document: freeText(200).pipe(z.string().min(1, "Enter the reference of the document that entitles them")),
    validFrom: isoDate("Enter the first day, like 14 5 2026"),
    lastDay: z.preprocess(
      (value) => (value === "" || value === undefined ? null : value),
      isoDate("Enter the last day, like 13 5 2027, or leave it empty").nullable(),
    ),
    equipmentId: optionalIdentifier("Select the equipment from the list"),
  })
  .refine(({ validFrom, lastDay }) => lastDay === null || validFrom <= lastDay, {
    path: ["lastDay"],
    error: "Enter a last day that is not before the first day",
  });

export type EntitlementInput = z.infer<typeof entitlementInput>;

/** The last day on which an authority holds; the day before its first day takes it back altogether. */
export const endAuthorityInput = z.object({
  authorityId: identifier("Open the authority again"),
  lastDay: isoDate("Enter the last day on which it holds, like 13 5 2027"),
  reason: requiredText(500, "Enter why it ends, as the person will read it"),
});

export type EndAuthorityInput = z.infer<typeof endAuthorityInput>;

/** Lift a suspension or restriction after reassessment. */
export const reinstateInput = z.object({
  staffId: identifier("Select the person"),
  competencyId: identifier("Select the competency to reinstate"),
  seenEventId: identifier("Open the page again, so that you sign what is there now"),
  reason: requiredText(1000, "Enter how you reassessed them and what you saw. Give no patient details"),
  password: passwordInput,
});

export type ReinstateInput = z.infer<typeof reinstateInput>;

/** Accept the responsibility that an authority brings. */
export const acceptAuthorityInput = z.object({ authorityId: identifier("Select what you accept") });

export type AcceptAuthorityInput = z.infer<typeof acceptAuthorityInput>;
