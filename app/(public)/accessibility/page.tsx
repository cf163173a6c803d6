import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";

export const metadata: Metadata = { title: "Accessibility statement" };

export default function AccessibilityPage() {
  return (
    <>
      <PageHeading>Accessibility statement</PageHeading>
      <p>
        Countersign is run by your own trust. We, its makers, want everybody to be able to use it, and aim for
        the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA.
      </p>
      <h2 className="nhsuk-heading-m">What you can expect</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>every page works with a keyboard alone</li>
        <li>every form works without JavaScript, and keeps what you typed when something goes wrong</li>
        <li>you can zoom to 400%, or use a screen 320 pixels wide, without losing anything</li>
        <li>a status is always given in words, never by colour alone</li>
        <li>you stay signed in for 20 hours without doing anything</li>
      </ul>
      <h2 className="nhsuk-heading-m">How it has been tested</h2>
      <p>
        Pages are checked automatically each time the software changes, with axe in Chromium, by keyboard and
        without JavaScript. That finds only some kinds of problem. Countersign has not yet been audited by an
        independent body, nor tested with people who use screen readers, so we do not claim full compliance.
      </p>
      <h2 className="nhsuk-heading-m">Known limits</h2>
      <p>
        The readiness table of a large team is wide. On a narrow screen it scrolls sideways inside its own
        frame.
      </p>
      <h2 className="nhsuk-heading-m">If something does not work for you</h2>
      <p>
        Tell the education lead of your trust. They can also give you what a page says in another form. If you
        are not happy with the answer, contact the Equality Advisory and Support Service (EASS).
      </p>
    </>
  );
}
