"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonVariant, buttonClass } from "@/components/ui/button";

interface Props {
  variant?: ButtonVariant;
  small?: boolean;
  /** Where a form can be sent in several ways: which one this is. */
  name?: string;
  value?: string;
  children: ReactNode;
}

/** Cannot be pressed twice while the form is on its way; without JavaScript the form's key does that. */
export function SubmitButton({ name, value, children, ...look }: Props) {
  const { pending } = useFormStatus();
  return (
    <button type="submit" name={name} value={value} className={buttonClass(look)} disabled={pending}>
      {children}
    </button>
  );
}
