import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeHtml, html, type SafeHtml } from "@/components/ui/html";

const decode = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

const nasty = fc.string({
  unit: fc.constantFrom("<", ">", "&", '"', "'", "a", ";", "#", "=", "`", " ", "😀"),
});

describe("html", () => {
  test("lets nothing from data act as markup, in text or in an attribute", () => {
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: "binary" })), (data) => {
        const text = String(html`${data}`);
        expect(text).not.toMatch(/[<>"']/);
        expect(text.replaceAll(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
        expect(decode(text)).toBe(data);
        expect(String(html`<a title="${data}">${data}</a>`)).toBe(`<a title="${text}">${text}</a>`);
      }),
    );
  });

  test("keeps nested templates and lists of them as they are", () => {
    const cells = ["<b>", "2"].map((text) => html`<td>${text}</td>`);
    expect(String(html`<tr>${cells}</tr>`)).toBe("<tr><td>&lt;b&gt;</td><td>2</td></tr>");
  });

  test("writes nothing for what is absent, and zero as zero", () => {
    expect(String(html`${null}${undefined}${false}${0}`)).toBe("0");
  });

  test("escapes data that pretends to be safe", () => {
    const pretender = { toString: () => "<script>" } as unknown as SafeHtml;
    expect(String(html`${pretender}`)).toBe("&lt;script&gt;");
    expect(String(html`${["<i>"] as unknown as SafeHtml[]}`)).toBe("&lt;i&gt;");
  });

  test("refuses an attribute without quotes", () => {
    expect(() => html`<a href=${"x onclick=alert(1)"}>`).toThrow("quotes");
  });

  test("leaves harmless text alone", () => {
    expect(escapeHtml("Ward 7, gamma camera")).toBe("Ward 7, gamma camera");
  });
});
