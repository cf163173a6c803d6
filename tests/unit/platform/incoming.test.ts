import type { Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { peerAddress, setStatus } from "@/app/_server/front/incoming";
import { longestBody } from "@/app/_server/front/whole-body";
import { answerTo as answerAt, watchedServer } from "@/tests/support/incoming-server";

let server: Server;
let port: number;
let bodies = 0;

beforeAll(async () => {
  const watched = await watchedServer(async (request, response) => {
    for await (const _ of request) bodies += 1;
    await new Promise((later) => setImmediate(later));
    const wanted = Number(request.headers["x-wanted-status"] ?? 0);
    if (wanted) response.setHeader("content-type", "text/plain");
    response.setHeader("x-address", request.url ?? "");
    setStatus(wanted || 404);
    response.end(peerAddress());
  });
  ({ server, port } = watched);
});

afterAll(() => server.close());

function answerTo(lines: readonly string[], body = "", first?: string): Promise<string> {
  return answerAt(port, lines, { body, first });
}

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

describe("a request that nobody could have meant", () => {
  test("by its method gets a status", async () => {
    const answer = await answerTo([], "", "TRACE / HTTP/1.1");
    expect(answer).toMatch(/^HTTP\/1\.1 405 /);
    expect(answer).toContain("Allow: GET, HEAD, POST, OPTIONS");
    expect(await answerTo([], "", "OPTIONS * HTTP/1.1")).toMatch(/^HTTP\/1\.1 405 /);
  });

  test("by its address gets a status, or, from a browser, the page in its place", async () => {
    const broken = "GET /demo1/%E0%A4%A HTTP/1.1";
    expect(await answerTo([], "", broken)).toMatch(/^HTTP\/1\.1 400 .*We could not read this address/s);
    expect(await answerTo(["Accept: text/html"], "", broken)).toMatch(
      /x-address: \/not-sent\?because=address/,
    );
    const posted = await answerTo(
      ["Accept: text/html", "Content-Length: 2"],
      "hi",
      broken.replace("GET", "POST"),
    );
    expect(posted).toMatch(/^HTTP\/1\.1 303 .*Location: \/not-sent\?because=address/s);
  });
});

test("outside a request there is no address, and no status to set", () => {
  expect(peerAddress()).toBe("unknown");
  expect(() => setStatus(404)).not.toThrow();
});
