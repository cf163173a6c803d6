import { expect, test } from "vitest";
import { type TrustScope, withTrust } from "@/db/tenant";
import { newId } from "@/lib/platform/ids";

test("a transaction without the identifiers of a trust and a person never begins", async () => {
  const none = undefined as unknown as string;
  const scopes: TrustScope[] = [
    { trustId: none, staffId: newId() },
    { trustId: newId(), staffId: none },
    { trustId: "", staffId: newId() },
    { trustId: "demo1", staffId: newId() },
    { trustId: `${newId()} `, staffId: newId() },
  ];
  let begun = 0;
  const work = async () => {
    begun += 1;
  };
  for (const scope of scopes) await expect(withTrust(scope, work)).rejects.toThrow("identifiers");
  expect(begun).toBe(0);
});
