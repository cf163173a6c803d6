import type { ReactNode } from "react";
import { setStatus } from "@/app/_server/front/incoming";
import { guardPage } from "@/app/_server/page-guard";
import { Fault } from "@/app/fault";
import { Missing } from "@/app/missing";
import { PageTitle } from "@/components/layout/page-title";
import { PageHeading } from "@/components/ui/page-heading";

const nothingSaved = "Nothing was saved";

interface Props {
  searchParams: Promise<{ because?: string | string[]; reference?: string | string[] }>;
}

/**
 * Where a form leads that could not be given to its action: the browser's way back keeps what was typed. It also
 * stands in for a page whose address can't be read.
 */
export default guardPage(async ({ searchParams }: Props) => {
  const { because, reference } = await searchParams;
  if (because === "fault") {
    setStatus(500);
    return (
      <>
        <PageTitle>{nothingSaved}</PageTitle>
        <Fault reference={soundReference(reference)} />
      </>
    );
  }
  if (because === "unreadable") {
    setStatus(400);
    return <Said heading="We could not read this form">Open the page again and fill it in once more.</Said>;
  }
  if (because === "address") {
    setStatus(400);
    return (
      <>
        <PageTitle>Page not found</PageTitle>
        <Missing />
      </>
    );
  }
  if (because === "busy") {
    setStatus(503);
    return (
      <Said heading="Too much is being sent at once">
        Wait a few seconds. Then go back, where what you typed still is, and send it again.
      </Said>
    );
  }
  if (because === "too-long") {
    setStatus(413);
    return <Said heading="This is too long to be saved">Go back, make it shorter and send it again.</Said>;
  }
  setStatus(409);
  return (
    <Said heading="This page was updated while you had it open">
      Go back and copy what you typed. Then load the page again and send it from there.
    </Said>
  );
});

function Said({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <>
      <PageTitle>{nothingSaved}</PageTitle>
      <PageHeading>{heading}</PageHeading>
      <p>Nothing was saved. {children}</p>
      <p>
        <a href="/">Go to your home page</a>
      </p>
    </>
  );
}

function soundReference(text: string | string[] | undefined): string | undefined {
  return typeof text === "string" && /^[0-9a-f-]{36}$/.test(text) ? text : undefined;
}
