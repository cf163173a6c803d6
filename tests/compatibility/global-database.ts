import type { TestProject } from "vitest/node";
import { migrate, prepareDatabase } from "@/scripts/database";
import { templateDatabase, testPasswords } from "@/tests/support/global-database";
import { startCluster } from "./cluster";

/** Debian's PostgreSQL 15 in place of the embedded server, for the tests of this project. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  const { ownerUrl } = await prepareDatabase(cluster.superuserUrl, {
    database: templateDatabase,
    ...testPasswords,
  });
  await migrate(ownerUrl);
  project.provide("superuserUrl", cluster.superuserUrl);
  return () => cluster.stop();
}
