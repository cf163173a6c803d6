import { existsSync } from "node:fs";
import { run } from "./commands";

const noQuestions = { DEBIAN_FRONTEND: "noninteractive" };
const patient = ["-o", "DPkg::Lock::Timeout=300"];

/** Makes sure that Debian packages are installed: installs them where we may, else says how. */
export async function ensureDebianPackages(names: string[]): Promise<void> {
  const missing = await missingPackages(names);
  if (missing.length === 0) return;
  const command = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new Error(`${missing.join(", ")} must be installed first. On Debian, as root: ${command}`);
  }
  await run("apt-get", ["update", ...patient], { env: noQuestions });
  const install = ["install", "-y", "--no-install-recommends", ...patient, ...missing];
  const { ok, output } = await run("apt-get", install, { env: noQuestions });
  if (!ok) throw new Error(`${command} failed:\n${output.slice(-2000)}`);
}

async function missingPackages(names: string[]): Promise<string[]> {
  const found = await Promise.all(names.map((name) => run("dpkg", ["-s", name])));
  return names.filter((_, index) => !found[index]?.output.includes("Status: install ok installed"));
}
