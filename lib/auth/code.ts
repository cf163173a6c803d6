import "server-only";
import { createHmac } from "node:crypto";
import { env } from "@/lib/platform/env";

/** A code for a text, 32 bytes, which nobody can make or recognise without this installation's secret. */
export function codeOf(purpose: "throttle" | "device", text: string): Buffer {
  return createHmac("sha256", env().nextauthSecret).update(`countersign/${purpose}/${text}`).digest();
}
