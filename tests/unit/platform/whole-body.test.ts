import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { longestBody } from "@/app/_server/front/whole-body";
import { answerTo, watchedServer, written } from "@/tests/support/incoming-server";

let server: Server;
let port: number;
let requests = 0;

beforeAll(async () => {
  const watched = await watchedServer(async (request, response) => {
    requests += 1;
    const pieces: Buffer[] = [];
    try {
      await sleep(Number(request.headers["x-reads-after-ms"] ?? 0));
      for await (const piece of request) pieces.push(piece);
    } catch {
      return; // The body ended before its length.
    }
    response.end(`${pieces.length} pieces: ${Buffer.concat(pieces)}`);
  });
  ({ server, port } = watched);
});

afterAll(() => server.close());

const post = (length: number, body = "") =>
  `POST / HTTP/1.1\r\nHost: here\r\nContent-Length: ${length}\r\n\r\n${body}`;

async function answered(socket: ReturnType<typeof written>): Promise<string> {
  let text = "";
  for await (const piece of socket) text += piece;
  return text;
}

test("a body is passed on in one piece, as it was sent, once the whole of it has come", async () => {
  const before = requests;
  const letters = Array.from({ length: 20_000 }, (_, index) => String.fromCharCode(97 + (index % 26))).join(
    "",
  );
  const socket = written(port, post(letters.length).replace("Host", "Connection: close\r\nHost"));
  const answer = answered(socket);
  for (let at = 0; at < letters.length; at += 999) {
    socket.write(letters.slice(at, at + 999));
    await sleep(1);
    if (at < 19_000) expect(requests).toBe(before);
  }
  expect(await answer).toMatch(new RegExp(`\r\n\r\n1 pieces: ${letters}$`));
});

test.each([0, 5])("a body is read by whoever begins %i ms later", async (later) => {
  const lines = [`X-Reads-After-Ms: ${later}`, "Content-Length: 5"];
  expect(await answerTo(port, lines, { body: "hello" })).toMatch(/1 pieces: hello$/);
});

test("a body as long as any may be is passed on, and two on one connection", async () => {
  const long = await answerTo(port, [`Content-Length: ${longestBody}`], { body: "x".repeat(longestBody) });
  expect(long).toMatch(/^HTTP\/1\.1 200 /);
  expect(long.length).toBeGreaterThan(longestBody);
  const second = post(3, "two").replace("Host", "Connection: close\r\nHost");
  expect(await answered(written(port, `${post(3, "one")}${second}`))).toMatch(/pieces: one.*pieces: two$/s);
});

test("bodies that nobody finishes give way to those that come, the oldest first", async () => {
  const answers = new Map<number, string>();
  const stalled = Array.from({ length: 110 }, (_, index) => {
    const socket = written(port, post(longestBody));
    return socket.on("data", (piece) => answers.set(index, `${answers.get(index) ?? ""}${piece}`));
  });
  expect(await answerTo(port, ["Content-Length: 2"], { body: "hi" })).toMatch(/pieces: hi$/);
  for (const socket of stalled) {
    await new Promise((sent) => socket.write("x".repeat(longestBody - 1), sent));
  }
  const isRefusal = (answer: string) => /^HTTP\/1\.1 503 .*Nothing was saved/s.test(answer);
  const refused = () => [...answers.values()].filter(isRefusal).length;
  await expect.poll(refused, { timeout: 10_000 }).toBeGreaterThanOrEqual(10);
  expect(refused()).toBeLessThan(30);
  expect(await answerTo(port, ["Content-Length: 2"], { body: "hi" })).toMatch(/pieces: hi$/);
  stalled.at(-1)?.write("x");
  await expect.poll(() => answers.get(109), { timeout: 10_000 }).toMatch(/^HTTP\/1\.1 200 /);
  for (const socket of stalled) socket.destroy();
}, 20_000);
