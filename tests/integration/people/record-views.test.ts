import { beforeAll, expect, test } from "vitest";
import { recordView } from "@/lib/people/record-views/commands";
import { listViewsOf } from "@/lib/people/record-views/queries";
import { giveRole } from "@/lib/people/roles/commands";
import { startSupervision } from "@/lib/people/supervision/commands";
import { actorOf, aKey, contextOf, daysAfter, type Person } from "@/tests/factories/context";
import { aSecondWorld, aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await aWorld(database);
  const looks: [Person, number][] = [
    [world.supervisor, 1],
    [world.manager, 2],
    [world.lead, 3],
  ];
  for (const [viewer, day] of looks) {
    await recordView(await contextOf(viewer, daysAfter(day)), world.ap.staffId);
  }
});

test("each look names who the viewer was on that day, latest first", async () => {
  const { rows } = await listViewsOf(await actorOf(world.ap));
  expect(rows).toMatchObject([
    { viewerName: world.lead.name, roles: ["lead"], posts: [], supervised: false },
    {
      viewerName: "Dev Anand",
      roles: ["manager"],
      posts: ["Radiographer, Nuclear medicine"],
      supervised: false,
    },
    {
      viewerName: "Bryn Calder",
      roles: ["supervisor"],
      posts: ["Radiographer, Nuclear medicine"],
      supervised: true,
      viewedOn: "2026-03-03",
      firstViewedAt: daysAfter(1).toISOString(),
    },
  ]);
});

test("what somebody became later does not change what they were", async () => {
  const lead = await contextOf(world.lead, daysAfter(10));
  const educator = { role: "educator" as const, teamId: world.teamId, validFrom: "2026-03-12" };
  await giveRole(lead, { staffId: world.manager.staffId, ...educator, validUntil: null }, aKey());
  const pair = { supervisorId: world.manager.staffId, learnerId: world.ap.staffId, validFrom: "2026-03-12" };
  await startSupervision(lead, pair, aKey());
  await recordView(await contextOf(world.manager, daysAfter(12)), world.ap.staffId);
  const { rows } = await listViewsOf(await actorOf(world.ap));
  expect(rows.filter(({ viewerName }) => viewerName === "Dev Anand")).toMatchObject([
    { viewedOn: "2026-03-14", roles: ["educator", "manager"], supervised: true },
    { viewedOn: "2026-03-04", roles: ["manager"], supervised: false },
  ]);
});

test("nobody sees the looks at another's record, here or in another trust", async () => {
  const second = await aSecondWorld(database);
  expect((await listViewsOf(await actorOf(world.manager))).rows).toEqual([]);
  expect((await listViewsOf(await actorOf(second.lead))).rows).toEqual([]);
});
