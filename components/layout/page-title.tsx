"use client";

import { useEffect } from "react";

/** The title of what stands in a page's place: the page's own is in the document already. */
export function PageTitle({ children }: { children: string }) {
  useEffect(() => {
    document.title = children;
  }, [children]);
  return <title>{children}</title>;
}
