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

/** A word of the matrix, and what stands beneath it. */
export interface StatusWords {
  word: MatrixWord;
  note: string;
}

/** What stands before and after the address that a cell leads to. */
export interface StatusCell {
  before: SafeHtml;
  after: SafeHtml;
}

/**
 * A matrix status for the body of a large table, made once for all cells that say the same. It leads to the record,
 * which the headers of its row and column name: a thousand cells can't each repeat them.
 */
export function statusCell({ word, note }: StatusWords): StatusCell {
  const { text, className } = statusLooks[word];
  return {
    before: html`<td><a class="${className}" href="`,
    after: html`">${text}</a>${note && html`<br>${note}`}</td>`,
  };
}
