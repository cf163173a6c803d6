"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * After a form has led to another page inside the browser, moves focus to the page's content, as a page that is
 * loaded whole begins at its top. Next announces the new title and leaves focus on a button that is gone.
 */
export function FocusAfterNavigation({ targetId }: { targetId: string }) {
  const address = `${usePathname()}?${useSearchParams()}`;
  const shown = useRef(address);
  useEffect(() => {
    if (shown.current === address) return;
    shown.current = address;
    document.getElementById(targetId)?.focus();
  }, [address, targetId]);
  return null;
}
