import { html, type SafeHtml } from "./html";

/** The four words of the skills matrix. */
export const matrixWords = ["current", "due", "not current", "training"] as const;
export type MatrixWord = (typeof matrixWords)[number];

/** How each is shown: in a word, and by the style sheet in a shape and a colour. */
export const statusLooks: Record<MatrixWord, { text: string; className: string }> = {
  current: { text: "Current", className: "app-status--current" },
  due: { text: "Due", className: "app-status--due" },
  "not current": { text: "Not current", className: "app-status--not-current" },
  training: { text: "Training", className: "app-status--training" },
};

interface Words {
  word: MatrixWord;
  /** Only for assistive technology, after the word. */
  aside: string;
  /** Beneath the word. */
  note: string;
}

/**
 * A matrix status for the body of a large table. It leads to the record, which the headers of its row and column
 * name: a thousand cells can't each repeat them.
 */
export function statusCellHtml({ word, aside, note }: Words, href: SafeHtml | string): SafeHtml {
  const { text, className } = statusLooks[word];
  const more = aside && html`<span>${aside}</span>`;
  return html`<td><a class="${className}" href="${href}">${text}${more}</a>${note && html`<br>${note}`}</td>`;
}
