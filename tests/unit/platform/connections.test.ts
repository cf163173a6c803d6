import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { resetEnv } from "@/lib/platform/env";
import { answerTo, watchedServer, written } from "@/tests/support/incoming-server";

const before = process.env.MAX_CONNECTIONS;

afterEach(() => {
  if (before === undefined) delete process.env.MAX_CONNECTIONS;
  else process.env.MAX_CONNECTIONS = before;
  resetEnv();
});

test("one connection more than may be open is closed, until another ends", async () => {
  process.env.MAX_CONNECTIONS = "5";
  const { server, port } = await watchedServer((_, response) => response.end("here"));
  const first = { first: "GET / HTTP/1.1" };
  // The first connection sets the limit.
  expect(await answerTo(port, [], first)).toMatch(/here$/);
  const open = Array.from({ length: 5 }, () => written(port, "GET / HTTP/1.1\r\nHost: here\r\n\r\n"));
  await Promise.all(open.map((socket) => once(socket, "data")));
  expect(await answerTo(port, [], first)).toBe("");
  open[0]?.destroy();
  await expect.poll(() => answerTo(port, [], first), { timeout: 10_000 }).toMatch(/here$/);
  for (const socket of open) socket.destroy();
  server.close();
});

test("what is no request in time is closed, and what no longer moves", async () => {
  const { server, port } = await watchedServer((_, response) => response.end("here"));
  await answerTo(port, [], { first: "GET / HTTP/1.1" });
  expect(server.headersTimeout).toBe(20_000);
  expect(server.requestTimeout).toBe(60_000);
  expect(server.timeout).toBe(120_000);
  server.close();
});

test("an offer to speak something else than HTTP is refused, and the connection closed", async () => {
  const { server, port } = await watchedServer((_, response) => response.end("here"));
  server.on("upgrade", () => undefined);
  const upgrade = ["Upgrade: websocket", "Connection: Upgrade"];
  const answer = await answerTo(port, upgrade, { first: "GET /_next/webpack-hmr HTTP/1.1" });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  server.close();
});
