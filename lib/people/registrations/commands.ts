import "server-only";
import { and, eq } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { known, overlaps } from "@/db/facts";
import { lockStanding } from "@/db/locks";
import { newRow, requireRow } from "@/db/rows";
import { registrationChecks, registrations, staffMembers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { notify } from "@/lib/notifications/commands";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import { Refusal, refuse, refuseAll } from "@/lib/platform/refusals";
import { mayCheckRegistrations, maySetUpPeople } from "../policy";
import { normaliseRegistrationNumber, registrationNumberFault } from "../registration-numbers";
import type { RegistrationBody } from "../rules";
import type { RegistrationCheckInput } from "../schema";

export interface RegistrationInput {
  staffId: string;
  body: RegistrationBody;
  profession: string;
  number: string;
  validFrom: IsoDate;
}

/** Records an entry on a register. Until somebody has checked it, no signature may rest on it. */
export function recordRegistration(
  ctx: CommandContext,
  input: RegistrationInput,
  key: string,
): Promise<{ id: string }> {
  const once = { action: "registration.record", key, body: input };
  return runCommand(
    ctx,
    once,
    async (tx) => {
      authorise(maySetUpPeople(ctx.actor));
      const { staffId, body, profession, validFrom } = input;
      const fault = registrationNumberFault(body, profession, input.number);
      if (fault) refuse("invalid", fault, {}, fault.startsWith("profession") ? "profession" : "number");
      await requireRow(tx, staffMembers, staffId, "staff-not-found", "staffId");
      const number = normaliseRegistrationNumber(input.number);
      const [same] = await tx
        .select({ id: registrations.id })
        .from(registrations)
        .where(
          and(
            eq(registrations.body, body),
            eq(registrations.number, number),
            overlaps(registrations, validFrom),
          ),
        );
      if (same) refuse("conflict", "registration-already-recorded", {}, "number");
      const row = newRow(ctx);
      await tx.insert(registrations).values({ ...row, staffId, body, profession, number, validFrom });
      await recordAudit(tx, ctx, {
        action: "registration.recorded",
        stream: `registration:${row.id}`,
        refs: { staffId, body, profession },
        fields: { number, validFrom },
      });
      return { id: row.id };
    },
    { serializable: true },
  );
}

/** A lead has looked at the public register, and records what they found; never for themselves. */
export function recordRegistrationCheck(
  ctx: CommandContext,
  input: RegistrationCheckInput,
  key: string,
): Promise<{ id: string }> {
  return runCommand(ctx, { action: "registration.check", key, body: input }, async (tx) => {
    const checkedOn = londonDate(ctx.now);
    const { registrationId, outcome, nextCheckDueOn, conditions } = input;
    authorise(mayCheckRegistrations(ctx.actor));
    const [registration] = await tx
      .select({ staffId: registrations.staffId })
      .from(registrations)
      .where(and(eq(registrations.id, registrationId), known(registrations)));
    if (!registration) refuse("not-found", "registration-not-found", {}, "registrationId");
    authorise(mayCheckRegistrations(ctx.actor, registration.staffId));
    const effectiveOn = input.effectiveOn ?? checkedOn;
    refuseSenselessCheck({ ...input, effectiveOn }, checkedOn);
    await lockStanding(tx, registration.staffId, "change");
    const row = newRow(ctx);
    const found = { outcome, checkedOn, effectiveOn, nextCheckDueOn };
    await tx.insert(registrationChecks).values({ ...row, registrationId, ...found, conditions });
    const { staffId } = registration;
    await recordAudit(tx, ctx, {
      action: "registration.checked",
      stream: `registration:${registrationId}`,
      refs: { staffId, checkId: row.id, outcome },
      fields: { ...found, conditions },
    });
    const payload = { registrationId, checkId: row.id };
    await notify(tx, ctx, { kind: "registration.checked", toStaffId: staffId, payload });
    return { id: row.id };
  });
}

function refuseSenselessCheck(
  check: RegistrationCheckInput & { effectiveOn: IsoDate },
  today: IsoDate,
): void {
  const stands = check.outcome === "registered" || check.outcome === "conditions";
  const faults: (Refusal | false)[] = [
    check.effectiveOn > today && new Refusal("invalid", "effective-in-future", {}, "effectiveOn"),
    check.outcome === "conditions" &&
      !check.conditions &&
      new Refusal("invalid", "conditions-missing", {}, "conditions"),
    stands &&
      check.nextCheckDueOn <= today &&
      new Refusal("invalid", "next-check-passed", {}, "nextCheckDueOn"),
  ];
  refuseAll(faults.filter((fault) => fault !== false));
}
