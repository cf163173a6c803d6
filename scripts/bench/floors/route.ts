import { requestContext, requireActor } from "@/app/_server/actor-session";
import type { CommandContext } from "@/lib/auth/actor";
import { listUnfinishedPractices } from "@/lib/evidence/practice/choices/queries";
import { listPeople } from "@/lib/people/directory/queries";
import { recordView } from "@/lib/people/record-views/commands";
import { londonDate } from "@/lib/platform/dates";
import { getTeamReadiness, listManagedReadiness } from "@/lib/readiness/queries";
import { getDecisionPage } from "@/lib/sign-off/decision/queries";
import { listQueue } from "@/lib/sign-off/queue/queries";
import { getCompetencyRecord, listRecord } from "@/lib/sign-off/record/queries";
import { listSignatures } from "@/lib/sign-off/signature/queries";

interface Given {
  params: Promise<{ ods: string; page: string; id: string }>;
}

/** The second floor: each page's session and queries without its rendering. */
export async function GET(_request: Request, { params }: Given): Promise<Response> {
  const { ods, page, id } = await params;
  const actor = await requireActor(ods);
  const answer = await queries[page]?.(await requestContext(actor), id);
  return Response.json(answer ?? null, { status: answer ? 200 : 404 });
}

const queries: Record<string, (ctx: CommandContext, id: string) => Promise<unknown>> = {
  home: ({ actor, now }) =>
    Promise.all([
      listRecord(actor, actor.staffId, londonDate(now)),
      listUnfinishedPractices(actor, londonDate(now)),
    ]),
  "home-supervisor": ({ actor, now }) => listQueue(actor, londonDate(now)),
  "home-manager": ({ actor, now }) => listManagedReadiness(actor, londonDate(now), 5),
  competencies: ({ actor, now }) => listRecord(actor, actor.staffId, londonDate(now)),
  competency: ({ actor, now }, id) => getCompetencyRecord(actor, actor.staffId, id, londonDate(now)),
  queue: ({ actor, now }) => listQueue(actor, londonDate(now)),
  decision: async (ctx, id) => {
    const page = await getDecisionPage(ctx.actor, id, ctx.now);
    const signatures = await listSignatures(ctx.actor, id, londonDate(ctx.now));
    await recordView(ctx, page.request.staffId);
    return { page, signatures };
  },
  readiness: ({ actor, now }, id) => getTeamReadiness(actor, id, londonDate(now)),
  people: ({ actor, now }) => listPeople(actor, londonDate(now)),
};
