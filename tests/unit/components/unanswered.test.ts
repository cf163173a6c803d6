import { describe, expect, test } from "vitest";
import { type FormAction, pristine } from "@/components/forms/form-state";
import { keepingTyped } from "@/components/forms/unanswered";

const unreached = /could not reach the server.*not saved twice/;

function sent(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ formKey: "k", ...fields })) data.append(name, value);
  return data;
}

function failing(error: unknown): FormAction {
  return keepingTyped(() => Promise.reject(error));
}

const lost = failing(new TypeError("Failed to fetch"));

describe("a form that gets no answer", () => {
  test("keeps what was typed and its key, and says that it may be sent again", async () => {
    const state = await lost(pristine, sent({ note: "typed" }));
    expect(state).toMatchObject({ values: { note: "typed" }, formKey: "k" });
    expect(state.errors).toEqual([{ field: null, message: expect.stringMatching(unreached) }]);
    expect(state.errors[0]?.message).toContain("send it again");
  });

  test("asks for a password again, which it never keeps", async () => {
    const state = await lost(pristine, sent({ note: "typed", password: "hush" }));
    expect(JSON.stringify(state)).not.toContain("hush");
    expect(state.errors[0]?.message).toContain("enter your password again");
  });

  test("keeps the panel to sign in, with what it has sealed", async () => {
    const signIn = { sealed: "what was typed before" };
    const state = await lost({ ...pristine, signIn }, sent({ signInEmail: "a@b", signInPassword: "hush" }));
    expect(state).toMatchObject({ values: { signInEmail: "a@b" }, signIn });
    expect(JSON.stringify(state)).not.toContain("hush");
  });

  test("says so where it is too long", async () => {
    const state = await lost(pristine, sent({ note: "é".repeat(500_000) }));
    expect(state.errors[0]?.message).toContain("too long");
    expect(state.values.note).toHaveLength(500_000);
  });

  test("leaves an answer as it is", async () => {
    const answer = { ...pristine, errors: [{ field: "note", message: "Enter a note" }] };
    expect(await keepingTyped(async () => answer)(pristine, sent({}))).toBe(answer);
  });

  test.each(["NEXT_REDIRECT;push;/demo1;303;", "NEXT_HTTP_ERROR_FALLBACK;404"])(
    "lets Next's own signals through: %s",
    async (digest) => {
      const signal = Object.assign(new Error(digest), { digest });
      await expect(failing(signal)(pristine, sent({}))).rejects.toBe(signal);
    },
  );
});
