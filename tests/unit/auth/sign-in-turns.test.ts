import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { rememberAccount } from "@/lib/auth/device";
import { unseal } from "@/lib/auth/seal";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { answerTo, watchedServer, written } from "@/tests/support/incoming-server";

let server: Server;
let port: number;
let open: { name: string; response: ServerResponse }[] = [];
let held = true;

beforeAll(async () => {
  const watched = await watchedServer((request: IncomingMessage, response: ServerResponse) => {
    const name = String(request.headers["x-name"]);
    if (held) open.push({ name, response });
    else response.end(name);
  });
  ({ server, port } = watched);
});

afterAll(() => server.close());

beforeEach(() => {
  held = true;
  open = [];
});

const soon = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });
const first = "POST /sign-in?next=%2Fdemo1 HTTP/1.1";
const atOnce = () => 2 * env().argon2Concurrency;
const names = () => open.map(({ name }) => name);
const signIn = (name: string, more: string[] = [], body = "") =>
  answerTo(port, [`X-Name: ${name}`, `Content-Length: ${body.length}`, ...more], { first, body });

/** So many connections are open, and what was sent on them has been read. */
async function connected(count: number): Promise<void> {
  await soon(() => new Promise((told) => server.getConnections((_, open) => told(open)))).toBe(count);
  await new Promise((later) => setTimeout(later, 100));
}

async function letAllGo(): Promise<void> {
  held = false;
  for (const { response } of open) response.end();
}

test("few sign-ins are let in at once, and other pages beside them", async () => {
  const crowd = Array.from({ length: 20 }, (_, index) => signIn(`crowd ${index}`));
  await soon(() => open.length).toBe(atOnce());
  const page = answerTo(port, ["X-Name: page"], { first: "GET /sign-in HTTP/1.1" });
  await soon(names).toContain("page");
  open.find(({ name }) => name === "page")?.response.end();
  await page;
  expect(open).toHaveLength(atOnce() + 1);
  open[0]?.response.end();
  await soon(() => open.length).toBe(atOnce() + 2);
  await letAllGo();
  expect(await Promise.all(crowd)).toHaveLength(20);
});

test("a browser in which somebody has signed in goes first, one that claims it does not", async () => {
  const crowd = Array.from({ length: 20 }, (_, index) => signIn(`crowd ${index}`));
  await soon(() => open.length).toBe(atOnce());
  const claims = signIn("claims", ["Cookie: countersign-device=made-up"]);
  const sealed = rememberAccount(null, "ann@example.test", now());
  const known = signIn("known", [`Cookie: a=b; countersign-device=${sealed}`]);
  await connected(22);
  open[0]?.response.end();
  await soon(() => open.length).toBe(atOnce() + 1);
  expect(names().at(-1)).toBe("known");
  await letAllGo();
  await Promise.all([...crowd, claims, known]);
});

test("those who have gone leave their place in the queue", async () => {
  const crowd = Array.from({ length: atOnce() }, (_, index) => signIn(`crowd ${index}`));
  await soon(() => open.length).toBe(atOnce());
  await askAndGo();
  const last = signIn("last");
  await connected(atOnce() + 1);
  open[0]?.response.end();
  await soon(() => names().at(-1)).toBe("last");
  await letAllGo();
  await Promise.all([...crowd, last]);
});

async function askAndGo(): Promise<void> {
  const sockets = Array.from({ length: 50 }, () =>
    written(port, `${first}\r\nHost: here\r\nContent-Length: 0\r\nX-Name: gone\r\n\r\n`),
  );
  await connected(atOnce() + 50);
  for (const socket of sockets) socket.destroy();
  await connected(atOnce());
}

test("with too many waiting, scripts get a status and people the form with their address in it", async () => {
  const crowd = Array.from({ length: atOnce() + 300 }, (_, index) => signIn(`crowd ${index}`));
  await soon(() => open.length).toBe(atOnce());
  const script = () => signIn("one more");
  await soon(script).toMatch(/^HTTP\/1\.1 503 .*Very many people are signing in/s);
  const form = new FormData();
  form.set("email", "ann@example.test");
  form.set("password", "hunter2");
  const typed = new Response(form);
  const body = await typed.text();
  const headers = ["Accept: text/html", `Content-Type: ${typed.headers.get("content-type")}`];
  const answer = await signIn("person", headers, body);
  expect(answer).toMatch(/^HTTP\/1\.1 303 /);
  expect(answer).toContain("Location: /sign-in?next=%2Fdemo1&busy=1\r\n");
  const [, sealed = "", attributes] =
    /Set-Cookie: countersign-typed-email=([^;]+); (.*)\r\n/.exec(answer) ?? [];
  expect(attributes).toBe("Path=/sign-in; Max-Age=60; HttpOnly; SameSite=Lax");
  expect(unseal("typed-email", sealed)).toBe("ann@example.test");
  expect(answer).not.toContain("hunter2");
  expect(await signIn("broken", headers, "no form at all")).toMatch(/^HTTP\/1\.1 303 /);
  await letAllGo();
  await Promise.all(crowd);
}, 20_000);
