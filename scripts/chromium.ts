import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { ensureDebianPackages } from "./debian";

/** The shell draws no window of its own, and so takes a fifth less of the processor. */
const usualPlaces = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The path of a Chromium for the tests in the browser; installs Debian's where none is found. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  try {
    await ensureDebianPackages(["chromium-headless-shell", "fonts-liberation"]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new Error(
      `There is no Chromium for the tests in the browser: set CHROMIUM_PATH to one, or: ${reason}`,
    );
  }
  return findChromium() ?? "/usr/bin/chromium-headless-shell";
}

function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && !existsSync(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, but there is no such file`);
  return chosen || [...usualPlaces, chromium.executablePath()].find((path) => existsSync(path));
}
