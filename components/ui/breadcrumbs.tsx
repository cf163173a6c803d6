export interface Crumb {
  text: string;
  href: string;
}

/** The pages above this one; on a narrow screen only a link back to the nearest. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const nearest = items.at(-1);
  return (
    <nav className="nhsuk-breadcrumb" aria-label="Breadcrumb">
      <ol className="nhsuk-breadcrumb__list">
        {items.map(({ text, href }) => (
          <li key={href} className="nhsuk-breadcrumb__list-item">
            <a className="nhsuk-breadcrumb__link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ol>
      {nearest && (
        <a className="nhsuk-back-link" href={nearest.href}>
          <span className="nhsuk-u-visually-hidden">Back to </span>
          {nearest.text}
        </a>
      )}
    </nav>
  );
}
