"use client";

import { Fault } from "./fault";
import { PlainFrame } from "./plain-frame";

export default function PageError({ error }: { error: Error & { digest?: string } }) {
  return (
    <PlainFrame>
      <title>Sorry, there is a problem – Countersign</title>
      <Fault reference={error.digest} />
    </PlainFrame>
  );
}
