import "server-only";
import { z } from "zod";
import { seal, unseal } from "@/lib/auth/seal";
import { newId } from "@/lib/platform/ids";

const shape = z.object({
  key: z.uuid(),
  accountId: z.uuid(),
  form: z.string(),
  issuedAt: z.iso.datetime(),
  /** Given to somebody who was told that they saved the same at this instant: sending it means another one. */
  again: z.iso.datetime().optional(),
});

/** What a form's hidden field says: its idempotency key, whom it was made for, and which form it is. */
export type FormKey = z.output<typeof shape>;

/** Sealed, so that a signed-out post can't name somebody else as its owner. */
export function newFormKey(accountId: string, form: string, now: Date, again?: string): string {
  return seal("form-key", {
    key: newId(now),
    accountId,
    form,
    issuedAt: now.toISOString(),
    again,
  } satisfies FormKey);
}

export function readFormKey(sealed: string): FormKey | null {
  const parsed = shape.safeParse(unseal("form-key", sealed));
  return parsed.success ? parsed.data : null;
}
