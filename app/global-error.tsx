"use client";

import { SkipLink } from "@/components/layout/skip-link";
import { Fault } from "./fault";
import { PlainFrame } from "./plain-frame";
import "./nhsuk.generated.css";

/** Stands in for the root layout when that itself has failed. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <head>
        <title>Sorry, there is a problem – Countersign</title>
      </head>
      <body>
        <SkipLink />
        <PlainFrame>
          <Fault reference={error.digest} />
        </PlainFrame>
      </body>
    </html>
  );
}
