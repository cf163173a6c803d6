import "server-only";
import { notFound, redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { type FormError, type FormState, signInFields } from "@/components/forms/form-state";
import { type ReadForm, readForm, textOf } from "@/components/forms/read-form";
import type { Actor, CommandContext } from "@/lib/auth/actor";
import { now } from "@/lib/platform/clock";
import { logFault } from "@/lib/platform/log";
import { Refusal } from "@/lib/platform/refusals";
import { actorOrNothing, requestContext } from "./actor-session";
import { isTrustAddress } from "./addresses";
import { answered, fieldErrors, inOrderOf, refusalErrors, refused } from "./forms/form-answers";
import { fieldsOf, soundPart } from "./forms/form-fields";
import { newFormKey, readFormKey } from "./forms/form-key";
import { askToSignIn } from "./forms/lost-session";
import { showAbove } from "./forms/refused";
import { resumeForm } from "./forms/resume";
import { sentForm } from "./forms/sent-form";
import { requestId } from "./request";
import { readSessionToken } from "./session-cookie";
import { refusalSentence } from "./words";

/** What a form's handler gets: who acts, what they sent as the schema reads it, and the form's key. */
export interface FormCall<Input> {
  ctx: CommandContext;
  input: Input;
  key: string;
  /** The session's token, for `provePassword`. */
  token: string;
}

interface Options<Input> {
  /** Where to look at what was saved, when a form is sent a second time. */
  savedPath?: (actor: Actor, id: string, input: Input) => string;
  /**
   * Refuses what the command would refuse besides, of the fields that are right: asked where others are wrong, so
   * that all mistakes are said at once.
   */
  alsoCheck?: (call: { ctx: CommandContext; input: Partial<Input> }) => Promise<void>;
}

/**
 * Makes a server action of one command: parse, identify, run. A refusal becomes words beside its field, with
 * everything that was typed; a session that has ended becomes a sign-in panel that keeps it too.
 *
 * @example
 * "use server";
 * export const recordPracticeAction = formAction(practiceInput, async ({ ctx, input, key }) => {
 *   const { id } = await recordPractice(ctx, input, key);
 *   return { redirectTo: trustPath(ctx.actor, "practice", id) };
 * });
 */
export function formAction<Schema extends z.ZodType>(
  schema: Schema,
  handler: (call: FormCall<z.output<Schema>>) => Promise<{ redirectTo: string }>,
  options: Options<z.output<Schema>> = {},
): (ods: string, state: FormState, data: FormData) => Promise<FormState> {
  return async (ods, _state, sent) => {
    const data = sentForm(sent);
    if (typeof ods !== "string" || !isTrustAddress(`/${ods}`)) notFound();
    const typed = readForm(data);
    const answer = await withoutFaults(typed, async () => {
      if (textOf(data, signInFields.sealed)) return (await resumeForm(data)).state;
      const token = await readSessionToken();
      const actor = token && (await actorOrNothing(token, ods));
      return actor ? run({ schema, handler, options, typed, actor, token }) : askToSignIn(typed);
    });
    if ("redirectTo" in answer) redirect(answer.redirectTo);
    return showAbove(answer, data);
  };
}

interface Run<Schema extends z.ZodType> {
  schema: Schema;
  handler: (call: FormCall<z.output<Schema>>) => Promise<{ redirectTo: string }>;
  options: Options<z.output<Schema>>;
  typed: ReadForm;
  actor: Actor;
  token: string;
}

async function run<Schema extends z.ZodType>(
  given: Run<Schema>,
): Promise<FormState | { redirectTo: string }> {
  const { schema, handler, options, typed, actor, token } = given;
  const form = readFormKey(typed.formKey);
  const fresh = (again?: string) => newFormKey(actor.accountId, form?.form ?? "form", now(), again);
  if (!form) return { ...refused(new Refusal("invalid", "form-unreadable"), typed), formKey: fresh() };
  if (form.accountId !== actor.accountId) {
    return {
      ...refused(new Refusal("forbidden", "form-of-another-person"), typed),
      values: {},
      formKey: fresh(),
    };
  }
  const fields = fieldsOf(schema, typed.input);
  const ctx = { ...(await requestContext(actor)), atForm: { again: form.again } };
  const parsed = schema.safeParse(typed.input);
  if (!parsed.success) {
    const sound = soundPart(schema, typed.input);
    const others = await refusalsOf(async () => options.alsoCheck?.({ ctx, input: sound }));
    const errors = inOrderOf(fields, [...fieldErrors(parsed.error), ...others]);
    return { ...answered(typed), errors };
  }
  const input = parsed.data;
  try {
    return await handler({ ctx, input, key: form.key, token });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (!savedAlready.has(error.code))
      return { ...answered(typed), errors: inOrderOf(fields, refusalErrors(error)) };
    const { id, at } = error.params;
    const href = typeof id === "string" ? options.savedPath?.(actor, id, input) : undefined;
    const notice = { message: refusalSentence(error), href };
    return { ...answered(typed), notice, formKey: fresh(typeof at === "string" ? at : undefined) };
  }
}

async function refusalsOf(check: () => Promise<void>): Promise<FormError[]> {
  try {
    await check();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return refusalErrors(error);
    throw error;
  }
}

/** Under this form's key, or, as after going back, the same under another: what to do is said, not what is wrong. */
const savedAlready = new Set(["already-saved", "saved-before"]);

/** A fault keeps what was typed as well; Next's own signals (redirect, not found) pass through. */
async function withoutFaults<T>(typed: ReadForm, work: () => Promise<T>): Promise<T | FormState> {
  try {
    return await work();
  } catch (error) {
    unstable_rethrow(error);
    const reference = await requestId();
    logFault(error, { requestId: reference, where: "form" });
    return refused(new Refusal("conflict", "fault", { reference }), typed);
  }
}
