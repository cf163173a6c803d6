interface Props {
  children: string;
  /** The address asks for something that can't be: the page begins with what is wrong, and so does its title. */
  wrong?: boolean;
}

/**
 * The document's title. It stands in the page itself, not in Next's metadata, so that a page that is refused can't keep
 * it. Screens are shared and browsers remember: a page about somebody names the competency and never the person.
 */
export function PageTitle({ wrong, children }: Props) {
  return <title>{`${wrong ? "Error: " : ""}${children} – Countersign`}</title>;
}
