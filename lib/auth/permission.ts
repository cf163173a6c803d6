import { Refusal, type RefusalParams } from "@/lib/platform/refusals";

/** A policy's answer; every denial names the code of its sentence. */
export type Permission = { allowed: true } | { allowed: false; code: string; params?: RefusalParams };

export const allow: Permission = { allowed: true };

export function deny(code: string, params?: RefusalParams): Permission {
  return { allowed: false, code, ...(params ? { params } : {}) };
}

/** Throws Refusal("forbidden") unless the policy allows. */
export function authorise(permission: Permission): void {
  if (!permission.allowed) throw new Refusal("forbidden", permission.code, permission.params);
}
