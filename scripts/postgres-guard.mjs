/**
 * Guards the database driver, postgres.js 3.4.9: without this, a database that dies under load takes the Node
 * process with it. The driver's `nextWrite` runs from setImmediate after the socket was set to null and throws
 * where nobody can catch it (porsager/postgres issues 1066, 1154, 1208); and a new connection asks for the array
 * types in a promise that nobody catches. Guarded, the query is rejected instead.
 * Built-ins only: it runs after every install and before every script, since install scripts may be switched off.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const guardedVersion = "3.4.9";
const copies = ["src/connection.js", "cjs/src/connection.js"];

/** What the database client looks for when it starts. */
const mark = `globalThis[Symbol.for("countersign.postgres-guard")] = 1\n`;

const write = `  function nextWrite(fn) {
    const x = socket.write(chunk, fn)
    nextWriteTimer !== null && clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    return x
  }
`;

const guardedWrite = write.replace(
  "    const x",
  `    if (socket === null) {
      nextWriteTimer !== null && clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
    const x`,
);

const fetchTypes = "        return fetchArrayTypes()\n";
const guardedFetchTypes = "        return fetchArrayTypes().catch(() => {})\n";

/** Text of the driver, and what stands there once it is guarded. */
const changes = [
  [write, guardedWrite],
  [fetchTypes, guardedFetchTypes],
];

/** Returns the guarded text of the driver's connection.js; refuses a text that it does not know. */
export function guardSource(source) {
  const bare = source.startsWith(mark) ? source.slice(mark.length) : source;
  return mark + changes.reduce((text, change) => guardOne(text, change), bare);
}

function guardOne(text, [original, guarded]) {
  if (text.split(guarded).length === 2 && !text.includes(original)) return text;
  if (text.split(original).length !== 2) {
    throw new Error("connection.js of postgres.js is not the text that the guard was written for");
  }
  return text.replace(original, () => guarded);
}

/** Guards both copies of the driver in a package folder, once; says how many it had to change. */
export function guardDriver(packageDir) {
  const { version } = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8"));
  if (version !== guardedVersion) {
    throw new Error(
      `postgres.js is ${version}, but its guard was written for ${guardedVersion}: check the guard`,
    );
  }
  return copies.map((copy) => guardFile(join(packageDir, copy))).filter(Boolean).length;
}

function guardFile(file) {
  const before = readFileSync(file, "utf8");
  const after = guardSource(before);
  if (after === before) return false;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, after);
  renameSync(draft, file);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  guardDriver(fileURLToPath(new URL("../node_modules/postgres", import.meta.url)));
}
