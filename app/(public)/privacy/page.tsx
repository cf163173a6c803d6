import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";

export const metadata: Metadata = { title: "Privacy" };

export default function PrivacyPage() {
  return (
    <>
      <PageHeading>Privacy: what your record is for</PageHeading>
      <p>
        Countersign runs on your trust’s own computers, or on computers that your trust has chosen. Your trust
        is the controller of the data and answers for it. The makers of Countersign receive nothing.
      </p>
      <h2 className="nhsuk-heading-m">What is kept</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>your name, your work email address, your teams and roles, and your professional registration</li>
        <li>practice that you recorded and who confirmed it, requests, decisions and signatures</li>
        <li>who looked at your record, which you can see yourself</li>
        <li>a log of every change, in which nobody can alter anything unnoticed</li>
      </ul>
      <p>Nothing here may identify a patient.</p>
      <h2 className="nhsuk-heading-m">What it is used for</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>to show what you have been signed off to do, under which limits and until when</li>
        <li>to plan training, and to see that a team has enough people who can do a task safely</li>
      </ul>
      <h2 className="nhsuk-heading-m">What it is not used for</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>pay, or ranking people by how fast or how often they are signed off</li>
        <li>disciplinary matters: staff of human resources have no access of their own</li>
        <li>advertising, profiling, or decisions that a machine takes about you</li>
      </ul>
      <h2 className="nhsuk-heading-m">Who sees it</h2>
      <p>
        You, the people who supervise you, the managers of your teams, and those to whom your trust gives a
        role for it. Other trusts see nothing.
      </p>
      <h2 className="nhsuk-heading-m">Cookies</h2>
      <p>
        While you are signed in, one cookie keeps you signed in, for 7 days at most. Signing out removes it. A
        second one stays for 180 days: it says that you have used this browser before, so that somebody who
        guesses at your password elsewhere can’t slow you down. It is encrypted, and opens nothing. There is
        no tracking, so there is nothing to consent to.
      </p>
      <h2 className="nhsuk-heading-m">Your rights</h2>
      <p>
        You can ask your trust’s data protection officer for a copy of your data, to have mistakes put right,
        or to object. A signature stays as it was signed: a mistake is corrected by a further entry beside it.
        You can complain to the Information Commissioner’s Office.
      </p>
    </>
  );
}
