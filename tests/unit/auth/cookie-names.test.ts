import { expect, test } from "vitest";
import { deviceCookieName } from "@/app/_server/device-cookie-name";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";

test.each([sessionCookieName, deviceCookieName])(
  "over https only this host can set the cookie",
  (nameFor) => {
    expect(nameFor("https://countersign.example")).toMatch(/^__Host-/);
    expect(nameFor("http://localhost:3000")).not.toMatch(/^__/);
    expect(nameFor("https://countersign.example").endsWith(nameFor("http://localhost:3000"))).toBe(true);
  },
);
