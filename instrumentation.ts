import type { Instrumentation } from "next";

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("@/lib/platform/env");
  env();
  const { watchIncoming } = await import("@/app/_server/front/incoming");
  watchIncoming();
  const { startSealer } = await import("@/lib/audit/sealer");
  startSealer();
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logFault } = await import("@/lib/platform/log");
  const id = request.headers["x-request-id"];
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  logFault(error, { requestId: Array.isArray(id) ? id[0] : id, where: routePath, digest });
};
