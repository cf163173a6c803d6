import { expect, test } from "vitest";
import { waitingSentence } from "@/lib/sign-off/queue/people/words";

test.each([
  [undefined, "Nothing"],
  [{ toConfirm: 0, toDecide: 0, returned: 0 }, "Nothing"],
  [{ toConfirm: 1, toDecide: 0, returned: 0 }, "1 record of practice to confirm"],
  [
    { toConfirm: 2, toDecide: 1, returned: 3 },
    "2 records of practice to confirm, 1 request to decide, 3 returned",
  ],
])("%j: %s", (counts, sentence) => {
  expect(waitingSentence(counts)).toBe(sentence);
});
