import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { SkipLink } from "@/components/layout/skip-link";
import "./nhsuk.generated.css";

export const metadata: Metadata = {
  // A guarded page says its own title: a second one here would stand before it.
  title: { template: "%s – Countersign", default: "" },
  description: "The training record that an NHS trust can rely on",
  formatDetection: { telephone: false, email: false, address: false },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#005eb8" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page built ahead of time would carry no nonce, and the browser would refuse its scripts.
  await headers();
  return (
    <html lang="en-GB">
      <body>
        <SkipLink />
        {children}
      </body>
    </html>
  );
}
