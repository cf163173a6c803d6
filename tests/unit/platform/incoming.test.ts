import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { longestBody, peerAddress, setStatus, watchIncoming } from "@/app/_server/incoming";

let server: Server;
let port: number;
let bodies = 0;

beforeAll(async () => {
  // Made before it is watched, as Next's server is.
  server = createServer(async (request, response) => {
    try {
      for await (const _ of request) bodies += 1;
    } catch {
      return; // The body ended before its length.
    }
    await new Promise((later) => setImmediate(later));
    const wanted = Number(request.headers["x-wanted-status"] ?? 0);
    if (wanted) response.setHeader("content-type", "text/plain");
    setStatus(wanted || 404);
    response.end(peerAddress());
  });
  watchIncoming();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});

afterAll(() => server.close());

/** The whole answer to a request written by hand. */
async function answerTo(lines: readonly string[], body = ""): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(
    `${["POST / HTTP/1.1", "Host: here", "Connection: close", ...lines].join("\r\n")}\r\n\r\n${body}`,
  );
  let text = "";
  for await (const piece of socket) text += piece;
  return text;
}

test("bodies on their way are so many at most, until some have ended", async () => {
  const open = Array.from({ length: 100 }, () => connect(port, "127.0.0.1"));
  const declared = ["POST / HTTP/1.1", "Host: here", `Content-Length: ${longestBody}`];
  for (const socket of open) socket.on("error", () => undefined).write(`${declared.join("\r\n")}\r\n\r\nx`);
  const small = () => answerTo(["Content-Length: 2"], "hi");
  await expect.poll(small).toMatch(/^HTTP\/1\.1 503 .*Nothing was saved/s);
  for (const socket of open) socket.destroy();
  await expect.poll(small).toMatch(/^HTTP\/1\.1 404 /);
});

describe("a request", () => {
  test("is known by its connection, whatever its headers say, and can be given a status", async () => {
    const forged = ["X-Forwarded-For: 203.0.113.9", "X-Real-IP: 203.0.113.9", "Forwarded: for=203.0.113.9"];
    const answer = await answerTo([...forged, "Content-Length: 2"], "hi");
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).toMatch(/127\.0\.0\.1$/m);
    expect(answer).not.toContain("203.0.113.9");
  });

  test("whose body is too long is refused, and reaches nobody", async () => {
    const before = bodies;
    const long = [`Content-Length: ${longestBody + 1}`];
    const body = "x".repeat(longestBody + 1);
    expect(await answerTo(long, body)).toMatch(/^HTTP\/1\.1 413 .*too long/s);
    expect(await answerTo([...long, "Accept: text/html"], body)).toMatch(
      /^HTTP\/1\.1 303 .*because=too-long/s,
    );
    expect(await answerTo([...long, "Accept: text/html", "Next-Action: x"], body)).toMatch(
      /^HTTP\/1\.1 413 /,
    );
    expect(await answerTo(["Transfer-Encoding: chunked"], "2\r\nhi\r\n0\r\n\r\n")).toMatch(
      /^HTTP\/1\.1 411 /,
    );
    expect(bodies).toBe(before);
  });
});

describe("a form that is answered in bare text", () => {
  const browser = ["Accept: text/html,*/*;q=0.8", "Content-Length: 0"];
  test.each([
    [409, "updated"],
    [500, "fault"],
  ])("with %i leads a browser to a page", async (status, because) => {
    const answer = await answerTo([...browser, `X-Wanted-Status: ${status}`]);
    expect(answer).toMatch(/^HTTP\/1\.1 303 /);
    expect(answer).toContain(`Location: /not-sent?because=${because}`);
  });

  test("stays as it is for scripts, and where nothing went wrong", async () => {
    const byScript = [...browser, "Next-Action: x", "X-Wanted-Status: 409"];
    expect(await answerTo(byScript)).toMatch(/^HTTP\/1\.1 409 /);
    expect(await answerTo(["Content-Length: 0", "X-Wanted-Status: 409"])).toMatch(/^HTTP\/1\.1 409 /);
    expect(await answerTo([...browser, "X-Wanted-Status: 200"])).toMatch(/^HTTP\/1\.1 200 /);
    expect(await answerTo(browser)).toMatch(/^HTTP\/1\.1 404 /);
  });
});

test("outside a request there is no address, and no status to set", () => {
  expect(peerAddress()).toBe("unknown");
  expect(() => setStatus(404)).not.toThrow();
});
