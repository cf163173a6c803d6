import { expect, test } from "vitest";
import { enter, leave } from "@/lib/auth/under-way";

const moment = () => new Promise((resolve) => setTimeout(resolve, 1));

test("a try that waited for two names and is refused lets the next of each in", async () => {
  const one = async () => [1, 1];
  let refused = false;
  await enter(["a"], one);
  await enter(["b"], one);
  const first = enter(["a", "b"], async () => {
    if (refused) throw new Error("refused");
    return [1, 1];
  });
  await moment();
  let isIn = false;
  const second = enter(["a"], one).then(() => {
    isIn = true;
  });
  await moment();
  leave(["a"]);
  await moment();
  expect(isIn).toBe(false);
  refused = true;
  leave(["b"]);
  await expect(first).rejects.toThrow("refused");
  await moment();
  expect(isIn).toBe(true);
  await second;
  leave(["a"]);
});
