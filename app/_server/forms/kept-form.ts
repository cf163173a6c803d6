import "server-only";
import { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import { seal, unseal } from "@/lib/auth/seal";
import { refuse } from "@/lib/platform/refusals";

const keptMs = 30 * 60 * 1000;

const shape = z.object({
  accountId: z.uuid(),
  path: z.string(),
  form: z.string(),
  until: z.iso.datetime(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

/** What was typed into a form when the session had ended, and whose it is. Never a secret. */
export interface KeptForm {
  accountId: string;
  path: string;
  form: string;
  values: FormState["values"];
}

/** Sealed into the sign-in panel for half an hour: nothing is stored for people who are signed out. */
export function keepForm(kept: KeptForm, now: Date): string {
  return seal("kept-form", { ...kept, until: new Date(now.getTime() + keptMs).toISOString() });
}

/** The kept form, for the account that typed it, on the page where it was typed, while it lasts. */
export function openKeptForm(sealed: string, path: string, now: Date): KeptForm {
  const parsed = shape.safeParse(unseal("kept-form", sealed));
  if (!parsed.success || parsed.data.path !== path || parsed.data.until <= now.toISOString()) {
    refuse("invalid", "form-lapsed");
  }
  return parsed.data;
}
