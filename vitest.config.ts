import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = {
  "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, ""),
  "server-only": fileURLToPath(new URL("tests/support/server-only.ts", import.meta.url)),
};

/** The files of one worker share what they import, which is a third of the time: no test replaces a module. */
const isolate = false;

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      { resolve: { alias }, test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"], isolate } },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: "tests/support/global-database.ts",
          maxWorkers: 2,
          isolate,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "compatibility",
          include: ["tests/compatibility/**/*.test.ts", "tests/integration/platform/tenancy.test.ts"],
          globalSetup: "tests/compatibility/global-database.ts",
          maxWorkers: 2,
          isolate,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
