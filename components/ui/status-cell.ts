import { html, type SafeHtml } from "./html";
import { type ShapeName, shapeId } from "./shape";

/** The four words of the skills matrix. */
export const matrixWords = ["current", "due", "not current", "training"] as const;
export type MatrixWord = (typeof matrixWords)[number];

/** How each is shown: in a word and a shape, besides its colour. */
export const statusLooks: Record<MatrixWord, { text: string; shape: ShapeName; className: string }> = {
  current: { text: "Current", shape: "tick", className: "app-status app-status--current" },
  due: { text: "Due", shape: "clock", className: "app-status app-status--due" },
  "not current": { text: "Not current", shape: "cross", className: "app-status app-status--not-current" },
  training: { text: "Training", shape: "half", className: "app-status app-status--training" },
};

/**
 * A matrix status for the body of a large table, with words beneath it where they matter. It leads to the record,
 * which `label` names. The page must contain one `StatusSprite`.
 */
export function statusCellHtml(word: MatrixWord, label: string, href: string, note?: string): SafeHtml {
  const { text, shape, className } = statusLooks[word];
  return html`<td><a class="${className}" href="${href}"><svg class="app-shape" aria-hidden="true"><use href="#${shapeId(shape)}"/></svg>${text}<span class="nhsuk-u-visually-hidden">: ${label}</span></a>${note && html`<br>${note}`}</td>`;
}
