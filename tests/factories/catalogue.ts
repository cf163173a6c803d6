import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The reference catalogue as it ships. */
export function referenceCatalogue(): unknown {
  const path = fileURLToPath(new URL("../../db/seed/reference/catalogue.json", import.meta.url));
  return JSON.parse(readFileSync(path, "utf8"));
}
