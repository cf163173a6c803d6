"use client";

import { Fault } from "./fault";

export default function PageError({ error }: { error: Error & { digest?: string } }) {
  return (
    <>
      <title>Sorry, there is a problem – Countersign</title>
      <Fault reference={error.digest} />
    </>
  );
}
