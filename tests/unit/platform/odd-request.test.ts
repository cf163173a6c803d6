import { expect, test } from "vitest";
import { oddRequest } from "@/app/_server/front/odd-request";

test.each(["TRACE", "CONNECT", "PUT", "PATCH", "DELETE", "PROPFIND", "get", undefined])(
  "the method %s is not one of ours",
  (method) => {
    const refusal = oddRequest(method, "/");
    expect(refusal?.status).toBe(405);
    expect(refusal?.headers?.Allow).toBe("GET, HEAD, POST, OPTIONS");
    expect(refusal?.page).toBeUndefined();
  },
);

test.each(["GET", "HEAD", "POST", "OPTIONS"])("%s asks for pages, whatever their names", (method) => {
  for (const address of ["/", "/demo1/people?page=2", "/%C3%A9", "/%00", "/a%25b", "/?x=%E0%A4%A", "//a"]) {
    expect(oddRequest(method, address), address).toBeNull();
  }
});

test("nothing is asked of all pages at once", () => {
  expect(oddRequest("OPTIONS", "*")?.status).toBe(405);
});

test.each(["/%E0%A4%A", "/demo1/%", "/%zz?x=1", "", "http://evil.example/", "evil.example:443"])(
  "%s is no address of ours",
  (address) => {
    expect(oddRequest("GET", address)).toMatchObject({ status: 400, page: "address" });
  },
);
