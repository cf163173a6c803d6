import { type MatrixWord, matrixWords, statusLooks } from "./status-cell";

/** A matrix status as word and shape. */
export function Status({ word }: { word: MatrixWord }) {
  const { text, className } = statusLooks[word];
  return <span className={className}>{text}</span>;
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
