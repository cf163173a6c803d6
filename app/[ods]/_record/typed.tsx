/** Text that somebody typed, with their line ends. */
export function Typed({ children }: { children: string }) {
  const lines = children.split("\n").map((text, number) => ({ text, number }));
  return (
    <p>
      {lines.map(({ text, number }) => (
        <span key={number}>
          {number > 0 && <br />}
          {text}
        </span>
      ))}
    </p>
  );
}
