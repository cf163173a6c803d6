import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { dropDatabase, migrate, prepareDatabase } from "@/scripts/database";
import { startEmbedded, throwaway } from "@/scripts/embedded-postgres";
import { root } from "@/scripts/processes";

declare module "vitest" {
  export interface ProvidedContext {
    superuserUrl: string;
  }
}

/** The roles' passwords in test databases, which nobody else can reach. */
export const testPasswords = { ownerPassword: "owner", appPassword: "app" };

/** Each test file copies this database, which has all migrations and no rows. */
export const templateDatabase = "template_countersign";

/** One PostgreSQL server for all integration tests: the embedded one, or the superuser address given. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_SUPERUSER_URL;
  const server = given
    ? null
    : await startEmbedded({
        dir: process.env.TEST_PG_DIR ?? join(root, ".test", "postgres"),
        flags: throwaway,
      });
  const superuserUrl = given ?? server?.superuserUrl() ?? "";
  await dropDatabase(superuserUrl, templateDatabase);
  const { ownerUrl } = await prepareDatabase(superuserUrl, { database: templateDatabase, ...testPasswords });
  await migrate(ownerUrl);
  project.provide("superuserUrl", superuserUrl);
  return async () => server?.stop();
}
