const links = [
  { text: "Accessibility statement", href: "/accessibility" },
  { text: "Privacy", href: "/privacy" },
];

export function SiteFooter() {
  return (
    <footer className="nhsuk-footer">
      <div className="nhsuk-width-container">
        <div className="nhsuk-footer__meta">
          <h2 className="nhsuk-u-visually-hidden">Support links</h2>
          <ul className="nhsuk-footer__list">
            {links.map(({ text, href }) => (
              <li key={href} className="nhsuk-footer__list-item">
                <a className="nhsuk-footer__list-item-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
          <p className="nhsuk-body-s">Countersign</p>
        </div>
      </div>
    </footer>
  );
}
