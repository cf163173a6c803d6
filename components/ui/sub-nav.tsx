export interface NavItem {
  text: string;
  href: string;
  current?: boolean;
}

/** The sections of one record. */
export function SubNav({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav className="app-sub-nav" aria-label={label}>
      <ul className="app-sub-nav__list">
        {items.map(({ text, href, current }) => (
          <li key={href} className="app-sub-nav__item">
            <a className="app-sub-nav__link" href={href} aria-current={current ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
