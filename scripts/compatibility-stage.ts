import { ensureDebianPackages } from "./debian";
import { say } from "./progress";
import type { Stage } from "./stage";
import { vitestStage } from "./vitest-stage";

const packages = ["postgresql-15", "pgbouncer"];

/**
 * The oldest PostgreSQL that we promise, and PgBouncer, both Debian's; where they can't be had it is skipped. It
 * waits for another install to end, since Debian's installer works for one at a time.
 */
export function compatibilityStage(otherInstall: Promise<unknown>): Stage {
  return {
    name: "compatibility",
    async run() {
      await otherInstall.catch(() => {});
      try {
        await ensureDebianPackages(packages);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        say(`PostgreSQL 15 and PgBouncer are not tried: ${reason}`);
        return { passed: 0, failed: 0, skipped: 1, output: reason };
      }
      return vitestStage("compatibility").run();
    },
  };
}
