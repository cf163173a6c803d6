import { expect, test } from "vitest";
import { Turns } from "@/lib/platform/turns";

/** Who has begun, in order, and how each ends. */
function observed(turns: Turns) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (who: string, first = false) => {
    const end = turns.ask(() => begun.push(who), first);
    if (end) ends.set(who, end);
    return end !== null;
  };
  return { begun, ask, end: (who: string) => ends.get(who)?.() };
}

test("so many begin at once, and the others in the order they came", () => {
  const { begun, ask, end } = observed(new Turns({ atOnce: 2, longestQueue: 10 }));
  for (const who of "abcd") ask(who);
  expect(begun).toEqual(["a", "b"]);
  end("b");
  expect(begun).toEqual(["a", "b", "c"]);
  end("a");
  end("c");
  end("d");
  expect(begun).toEqual(["a", "b", "c", "d"]);
  ask("e");
  expect(begun).toContain("e");
});

test("those who go first go before all the rest", () => {
  const { begun, ask, end } = observed(new Turns({ atOnce: 1, longestQueue: 10 }));
  for (const who of "abc") ask(who);
  ask("y", true);
  ask("z", true);
  for (const who of "ayzbc") end(who);
  expect(begun).toEqual(["a", "y", "z", "b", "c"]);
});

test("the rest have a turn after three who went first, however many of those come", () => {
  const { begun, ask, end } = observed(new Turns({ atOnce: 1, longestQueue: 20 }));
  for (const who of "abc") ask(who);
  for (const who of "123456789") ask(who, true);
  for (let turn = 0; turn < 12; turn += 1) end(begun.at(-1) ?? "");
  expect(begun.join("")).toBe("a123b456c789");
  ask("d");
  ask("x", true);
  end("d");
  expect(begun.join("")).toBe("a123b456c789dx");
});

test("too many are refused, and each queue has an end of its own", () => {
  const { begun, ask, end } = observed(new Turns({ atOnce: 1, longestQueue: 2 }));
  expect(["a", "b", "c", "d"].map((who) => ask(who))).toEqual([true, true, true, false]);
  expect(["x", "y", "z"].map((who) => ask(who, true))).toEqual([true, true, false]);
  for (const who of "axybc") end(who);
  expect(begun).toEqual(["a", "x", "y", "b", "c"]);
});

test("who waits no longer leaves room, and has no turn", () => {
  const { begun, ask, end } = observed(new Turns({ atOnce: 1, longestQueue: 2 }));
  for (const who of "abc") ask(who);
  end("b");
  expect(ask("d")).toBe(true);
  end("a");
  end("c");
  expect(begun).toEqual(["a", "c", "d"]);
});

test("a turn ends once, however often that is said", () => {
  const { begun, ask, end } = observed(new Turns({ atOnce: 1, longestQueue: 5 }));
  for (const who of "abc") ask(who);
  end("a");
  end("a");
  expect(begun).toEqual(["a", "b"]);
});

test("what begins is told how to end", () => {
  const turns = new Turns({ atOnce: 1, longestQueue: 5 });
  const begun: number[] = [];
  for (const one of [1, 2, 3]) {
    turns.ask((end) => {
      begun.push(one);
      end();
    }, false);
  }
  expect(begun).toEqual([1, 2, 3]);
});
