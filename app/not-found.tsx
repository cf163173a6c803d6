import type { Metadata } from "next";
import { Missing } from "./missing";
import { PlainFrame } from "./plain-frame";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <PlainFrame>
      <Missing />
    </PlainFrame>
  );
}
