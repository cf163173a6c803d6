import { databaseAnswers } from "@/lib/platform/queries";

export const dynamic = "force-dynamic";

/** The process can do its work: its database answers. */
export async function GET(): Promise<Response> {
  const ready = await databaseAnswers();
  return new Response(ready ? "ready\n" : "the database does not answer\n", {
    status: ready ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
