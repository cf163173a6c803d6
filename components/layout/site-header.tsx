import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { NavItem } from "@/components/ui/sub-nav";

interface Props {
  /** Where "Countersign" leads: the person's home, or the sign-in page. */
  href: string;
  trustName?: string;
  /** Who is signed in, and a `SignOutForm`. */
  account?: { name: string; href?: string; signOut: ReactNode; switchTrust?: { href: string } };
  items?: readonly NavItem[];
}

/** The organisational header, without the NHS logo, which only a trust may add. */
export function SiteHeader({ href, trustName, account, items = [] }: Props) {
  return (
    <header className="nhsuk-header nhsuk-header--organisation">
      <div className="nhsuk-header__container nhsuk-width-container">
        <div className="nhsuk-header__service">
          <a className="nhsuk-header__service-logo" href={href}>
            <span className="nhsuk-header__organisation-name">
              Countersign<span className="nhsuk-u-visually-hidden"> home{trustName && ","} </span>
            </span>
            {trustName && <span className="nhsuk-header__organisation-name-descriptor">{trustName}</span>}
          </a>
        </div>
        {account && <AccountMenu {...account} />}
      </div>
      {items.length > 0 && <Navigation items={items} />}
    </header>
  );
}

function AccountMenu({ name, href, signOut, switchTrust }: NonNullable<Props["account"]>) {
  const who = (
    <>
      <Icon name="user" />
      {name}
    </>
  );
  return (
    <nav className="nhsuk-header__account" aria-label="Account">
      <ul className="nhsuk-header__account-list">
        <li className="nhsuk-header__account-item">
          {href ? (
            <a className="nhsuk-header__account-link" href={href}>
              {who}
            </a>
          ) : (
            who
          )}
        </li>
        {switchTrust && (
          <li className="nhsuk-header__account-item">
            <a className="nhsuk-header__account-link" href={switchTrust.href}>
              Change trust
            </a>
          </li>
        )}
        <li className="nhsuk-header__account-item">{signOut}</li>
      </ul>
    </nav>
  );
}

function Navigation({ items }: { items: readonly NavItem[] }) {
  return (
    <nav className="nhsuk-header__navigation" aria-label="Menu">
      <div className="nhsuk-header__navigation-container nhsuk-width-container">
        <ul className="nhsuk-header__navigation-list">
          {items.map(({ text, href, current }) => (
            <li
              key={href}
              className={`nhsuk-header__navigation-item${current ? " nhsuk-header__navigation-item--current" : ""}`}
            >
              <a
                className="nhsuk-header__navigation-link"
                href={href}
                aria-current={current ? "page" : undefined}
              >
                {current ? (
                  <strong className="nhsuk-header__navigation-item-current-fallback">{text}</strong>
                ) : (
                  text
                )}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
