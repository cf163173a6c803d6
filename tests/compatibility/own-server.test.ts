import { spawnSync } from "node:child_process";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, inject, test } from "vitest";
import { bootstrapTrust, loadReferenceFrameworks } from "@/db/seed/bootstrap";
import { migrate, withConnection } from "@/scripts/database";
import { root } from "@/scripts/processes";
import { referenceCatalogue } from "@/tests/factories/catalogue";
import { worldStart } from "@/tests/factories/context";
import { testPasswords } from "@/tests/support/global-database";

const database = "countersign";

function addressFor(role: string, password: string): string {
  const url = new URL(inject("superuserUrl"));
  Object.assign(url, { username: role, password, pathname: `/${database}` });
  return url.href;
}

afterAll(() =>
  withConnection(inject("superuserUrl"), (sql) =>
    sql.unsafe(`drop database if exists ${database} with (force)`),
  ),
);

test("what db:roles prints makes a database that can be migrated, filled by its owner and used by the application", async () => {
  const { ownerPassword, appPassword } = testPasswords;
  const printed = spawnSync(process.execPath, [join(root, "scripts/run.mjs"), "db-roles"], {
    encoding: "utf8",
  });
  const script = printed.stdout
    .replace("choose a password for the owner", ownerPassword)
    .replace("choose another one", appPassword);
  const psql = spawnSync(
    join("/usr/lib/postgresql/15/bin", "psql"),
    [inject("superuserUrl"), "-v", "ON_ERROR_STOP=1", "-q"],
    {
      input: script,
      encoding: "utf8",
    },
  );
  expect(psql.status, psql.stderr).toBe(0);

  const ownerUrl = addressFor("countersign_owner", ownerPassword);
  await migrate(ownerUrl);
  const lead = { name: "Ade Lead", email: "lead-own@example.invalid" };
  await withConnection(ownerUrl, async (owner) => {
    await loadReferenceFrameworks(owner, referenceCatalogue(), worldStart);
    await bootstrapTrust(owner, { ods: "ZZO", name: "Own trust", demo: false, lead }, worldStart);
  });

  const app = postgres(addressFor("countersign_app", appPassword), { max: 1 });
  const trusts = await app`select ods_code from trusts`;
  const staff = await app`select name from staff_members`;
  await app.end();
  expect(trusts.map(({ ods_code }) => ods_code)).toEqual(["ZZO"]);
  expect(staff).toHaveLength(0);
});
