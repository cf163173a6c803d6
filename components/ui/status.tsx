import { Shape, ShapeSprite } from "./shape";
import { type MatrixWord, matrixWords, statusLooks } from "./status-cell";

/** A matrix status as word and shape; with `href` it leads to the record, which `label` names. */
export function Status({ word, label, href }: { word: MatrixWord; label?: string; href?: string }) {
  const { shape, text, className } = statusLooks[word];
  const content = (
    <>
      <Shape name={shape} />
      {text}
      {label && <span className="nhsuk-u-visually-hidden">: {label}</span>}
    </>
  );
  if (!href) return <span className={className}>{content}</span>;
  return (
    <a className={className} href={href}>
      {content}
    </a>
  );
}

export function StatusSprite() {
  return <ShapeSprite shapes={matrixWords.map((word) => statusLooks[word].shape)} />;
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
