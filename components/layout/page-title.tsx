/**
 * The document's title. It stands in the page itself, not in Next's metadata, so that a page that is refused can't keep
 * it. Screens are shared and browsers remember: a page about somebody names the competency and never the person.
 */
export function PageTitle({ children }: { children: string }) {
  return <title>{`${children} – Countersign`}</title>;
}
