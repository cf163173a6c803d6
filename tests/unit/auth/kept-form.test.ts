import { beforeAll, describe, expect, test } from "vitest";
import { newFormKey, readFormKey } from "@/app/_server/forms/form-key";
import { HandOver } from "@/app/_server/forms/hand-over";
import { keepForm, openKeptForm } from "@/app/_server/forms/kept-form";
import { newId } from "@/lib/platform/ids";

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgres://app:app@localhost:5432/unused";
  process.env.NEXTAUTH_URL ??= "http://localhost:3000";
  process.env.NEXTAUTH_SECRET ??= "a secret that is used in tests and nowhere else";
});

const now = new Date("2026-03-02T09:00:00.000Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const kept = { accountId: newId(now), path: "/rx1/practice/new", form: "form", values: { note: "typed" } };

describe("a form kept through a lost session", () => {
  test("comes back within 30 minutes, on its own page", () => {
    expect(openKeptForm(keepForm(kept, now), kept.path, later(29))).toMatchObject(kept);
  });

  test("does not come back later, elsewhere, or from anything else", () => {
    const sealed = keepForm(kept, now);
    const lapsed = expect.objectContaining({ code: "form-lapsed" });
    expect(() => openKeptForm(sealed, kept.path, later(30))).toThrow(lapsed);
    expect(() => openKeptForm(sealed, "/rx2/practice/new", now)).toThrow(lapsed);
    expect(() => openKeptForm(newFormKey(kept.accountId, "form", now), kept.path, now)).toThrow(lapsed);
    expect(() => openKeptForm("nonsense", kept.path, now)).toThrow(lapsed);
  });
});

describe("a form's key", () => {
  test("says whose it is and which form, and is another one each time", () => {
    const [first, second] = [
      newFormKey(kept.accountId, "return", now),
      newFormKey(kept.accountId, "return", now),
    ];
    expect(readFormKey(first)).toMatchObject({ accountId: kept.accountId, form: "return" });
    expect(readFormKey(first)?.key).not.toBe(readFormKey(second)?.key);
  });

  test("can't be made up", () => {
    expect(readFormKey(newId(now))).toBeNull();
    expect(readFormKey(keepForm(kept, now))).toBeNull();
  });
});

describe("what an action hands to its page", () => {
  test("is for the same request, wanted by the right form, and taken once", () => {
    const handOver = new HandOver<string>();
    handOver.put("request", "value");
    expect(handOver.take("another")).toBeNull();
    expect(handOver.take("request", (value) => value !== "value")).toBeNull();
    expect(handOver.take("request")).toBe("value");
    expect(handOver.take("request")).toBeNull();
  });

  test("is forgotten when nobody comes for it", () => {
    const handOver = new HandOver<number>();
    for (let count = 0; count <= 500; count += 1) handOver.put(`request ${count}`, count);
    expect(handOver.take("request 0")).toBeNull();
    expect(handOver.take("request 500")).toBe(500);
  });
});
