import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Variables } from "./commands";
import { keptSecret } from "./secrets";

/** The application's configuration on this computer. The owner's address is kept from it. */
export function appEnvironment(appUrl: string, port: number, dataDir: string): Variables {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  return {
    DATABASE_URL: appUrl,
    MIGRATION_URL: "",
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: keptSecret(join(dataDir, "nextauth-secret")),
    DATA_DIR: dataDir,
    AUDIT_KEY_FILE: join(dataDir, "audit-key.pem"),
    PORT: String(port),
  };
}
