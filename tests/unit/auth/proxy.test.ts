import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test } from "vitest";
import { config, proxy } from "@/proxy";

const site = "http://localhost:3000";
const cookie = "countersign-session=anything";

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgres://app:app@localhost:5432/unused";
  process.env.NEXTAUTH_URL ??= site;
  process.env.NEXTAUTH_SECRET ??= "a secret that is used in tests and nowhere else";
});

function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
  return proxy(new NextRequest(new URL(path, site), { method, headers, body }));
}

describe("a write", () => {
  const foreign = [
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: `${site}.evil.example` },
  ];
  const methods = ["POST", "PUT", "PATCH", "DELETE"];
  test.each(methods.flatMap((method) => foreign.map((headers) => ({ method, headers }))))(
    "is refused without our Origin: $method $headers",
    async ({ method, headers }) => {
      expect((await ask(method, "/rx1/practice/new", headers as Record<string, string>)).status).toBe(403);
    },
  );

  test("passes with our Origin, signed out too: the action keeps what was typed", async () => {
    expect((await ask("POST", "/rx1/practice/new", { origin: site })).status).toBe(200);
  });

  test.each([
    ["of no action", { "next-action": "garbage" }],
    ["that is no form", { "content-type": "multipart/form-data; boundary=x" }],
    ["without a boundary", { "content-type": "multipart/form-data" }],
  ])("%s is not passed on", async (_, headers) => {
    expect((await ask("POST", "/rx1/practice/new", { origin: site, ...headers }, "garbage")).status).toBe(
      400,
    );
  });

  test("that a browser could not send leads it to a page that says so", async () => {
    const headers = { origin: site, accept: "text/html", "content-type": "multipart/form-data; boundary=x" };
    const response = await ask("POST", "/rx1/practice/new", headers, "garbage");
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`${site}/not-sent?because=unreadable`);
  });

  test("by a script with something else than arguments is not passed on", async () => {
    const headers = { origin: site, "next-action": "7".repeat(42), "content-type": "text/plain" };
    expect((await ask("POST", "/rx1/practice/new", headers, "garbage")).status).toBe(400);
    expect((await ask("POST", "/rx1/practice/new", headers, "[]")).status).toBe(200);
  });

  test("passes as a browser sends it", async () => {
    const headers = { origin: site, "content-type": "multipart/form-data; boundary=x" };
    const name = `$ACTION_ID_${"7".repeat(42)}`;
    const body = `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n\r\n--x--\r\n`;
    expect((await ask("POST", "/rx1/practice/new", headers, body)).status).toBe(200);
  });
});

describe("a page of a trust", () => {
  test("sends people without a session to sign in, and back afterwards", async () => {
    const response = await ask("GET", "/rx1/queue?page=2");
    expect(response.status).toBe(307);
    expect(response.headers.get("location")).toBe(`${site}/sign-in?next=%2Frx1%2Fqueue%3Fpage%3D2`);
  });

  test("is asked for with the session", async () => {
    expect((await ask("GET", "/rx1/queue", { cookie })).status).toBe(200);
  });

  test.each(["/", "/sign-in", "/privacy", "/accessibility", "/api/health/live"])(
    "%s is not one",
    async (path) => {
      expect((await ask("GET", path)).status).toBe(200);
    },
  );
});

describe("every answer", () => {
  test("has a policy with a nonce of its own, also for a prefetch", async () => {
    const headers = { cookie, "next-router-prefetch": "1", purpose: "prefetch" };
    const answers = await Promise.all([1, 2].map(() => ask("GET", "/rx1", headers)));
    const policies = answers.map((answer) => answer.headers.get("content-security-policy"));
    expect(policies[0]).toMatch(
      /default-src 'none'; script-src 'nonce-[^']+' 'strict-dynamic'; style-src 'self'/,
    );
    expect(policies[0]).not.toBe(policies[1]);
  });

  test("has a request id that the browser can't choose", async () => {
    const response = await ask("GET", "/sign-in", { "x-request-id": "mine" });
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get("x-middleware-request-x-request-id")).toBe(
      response.headers.get("x-request-id"),
    );
  });
});

test("built files alone are skipped", () => {
  const matcher = new RegExp(`^${config.matcher}$`);
  for (const path of ["/", "/rx1", "/_next/image", "/api/health/live", "/nhsuk/a.svg", "/favicon.ico"]) {
    expect(path).toMatch(matcher);
  }
  expect("/_next/static/chunks/a.js").not.toMatch(matcher);
});
