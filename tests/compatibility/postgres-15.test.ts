import { expect, test } from "vitest";
import { useDatabase } from "@/tests/support/database";
import { proveJourney } from "./journey";

const database = useDatabase();

test("the server is PostgreSQL 15", async () => {
  const [row] = await database.superuser`select current_setting('server_version_num')::int / 10000 as major`;
  expect(row?.major).toBe(15);
});

proveJourney(database);
