const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** HTML made by the `html` template alone. A class, so that no data from outside can pass for it. */
export class SafeHtml {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  static fromTemplate(parts: TemplateStringsArray, values: readonly HtmlValue[]): SafeHtml {
    refuseUnquoted(parts);
    let text = parts[0] ?? "";
    for (let i = 0; i < values.length; i += 1) text += toText(values[i]) + parts[i + 1];
    return new SafeHtml(text);
  }
}

export type HtmlValue = SafeHtml | readonly SafeHtml[] | string | number | null | undefined | false;

/** Escapes everything put into it, save other `html`. Attributes must be in quotes: ``html`<a href="${url}">` ``. */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): SafeHtml {
  return SafeHtml.fromTemplate(parts, values);
}

export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (found) => entities[found] ?? "") : text;
}

function toText(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof SafeHtml) return value.toString();
  if (Array.isArray(value)) return value.map(toText).join("");
  return escapeHtml(String(value));
}

const checked = new WeakSet<TemplateStringsArray>();

/** Escaping cannot protect an attribute without quotes, so such a template is a fault from its first use. */
function refuseUnquoted(parts: TemplateStringsArray): void {
  if (checked.has(parts)) return;
  if (parts.slice(0, -1).some((part) => part.trimEnd().endsWith("="))) {
    throw new Error("html: put the attribute in quotes");
  }
  checked.add(parts);
}
