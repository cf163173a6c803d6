import { classes } from "./classes";
import { html, type SafeHtml } from "./html";
import { Shape, type ShapeName, ShapeSprite, shapeId } from "./shape";

/** The four words of the skills matrix. */
export const matrixWords = ["current", "due", "not current", "training"] as const;
export type MatrixWord = (typeof matrixWords)[number];

const shapes: Record<MatrixWord, ShapeName> = {
  current: "tick",
  due: "clock",
  "not current": "cross",
  training: "half",
};

/** A matrix status as word and shape; with `href` it leads to the record, which `label` names. */
export function Status({ word, label, href }: { word: MatrixWord; label?: string; href?: string }) {
  const content = (
    <>
      <Shape name={shapes[word]} />
      {capitalised(word)}
      {label && <span className="nhsuk-u-visually-hidden">: {label}</span>}
    </>
  );
  if (!href) return <span className={className(word)}>{content}</span>;
  return (
    <a className={className(word)} href={href}>
      {content}
    </a>
  );
}

/** The same for the body of a large table, with words beneath it where they matter. The page must contain one `StatusSprite`. */
export function statusCellHtml(word: MatrixWord, label: string, href: string, note?: string): SafeHtml {
  return html`<td class="nhsuk-table__cell"><a class="${className(word)}" href="${href}"><svg class="app-shape" width="16" height="16" aria-hidden="true" focusable="false"><use href="#${shapeId(shapes[word])}"/></svg>${capitalised(word)}<span class="nhsuk-u-visually-hidden">: ${label}</span></a>${note && html`<br>${note}`}</td>`;
}

export function StatusSprite() {
  return <ShapeSprite shapes={Object.values(shapes)} />;
}

/** What the shapes in a matrix mean. */
export function StatusKey() {
  return (
    <ul className="app-key" aria-label="Key">
      {matrixWords.map((word) => (
        <li key={word}>
          <Status word={word} />
        </li>
      ))}
    </ul>
  );
}

function className(word: MatrixWord): string {
  return classes("app-status", `app-status--${word.replace(" ", "-")}`);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
