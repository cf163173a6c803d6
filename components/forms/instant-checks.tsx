"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useRef } from "react";
import { type FieldErrors, type FieldValues, useForm } from "react-hook-form";
import type { z } from "zod";
import { baseName, type FormError } from "./form-state";
import { readForm } from "./read-form";

export interface Reports {
  /** A field was left; without a message nothing is wrong with it. */
  onField: (name: string, message: string | undefined) => void;
  /** The form was not sent, because of these. */
  onRefused: (errors: FormError[]) => void;
}

interface Props extends Reports {
  form: HTMLFormElement;
  schema: z.ZodType<FieldValues, FieldValues>;
  beforeSending: boolean;
}

/**
 * Checks a changed field when it is left, and, if that is wanted, everything before it is sent, in the words of the
 * server. The fields stay the browser's own: what is checked is what would be sent.
 */
export function InstantChecks({ form, schema, beforeSending, onField, onRefused }: Props) {
  const pressed = useRef<HTMLElement | null>(null);
  const check = zodResolver(schema);
  const { trigger, getFieldState, handleSubmit } = useForm<FieldValues>({
    resolver: (_, context, options) => check(read(form, pressed.current), context, options),
    shouldFocusError: false,
  });
  useEffect(() => {
    const changed = new Set<string>();
    let state: "open" | "checking" | "passing" | "sent" = "open";
    const change = ({ target }: Event) => changed.add(nameOf(target));
    const leave = async ({ target, relatedTarget }: FocusEvent) => {
      const name = nameOf(target);
      if (!changed.has(name) || nameOf(relatedTarget) === name || isButton(relatedTarget)) return;
      pressed.current = null;
      await trigger(name);
      onField(name, getFieldState(name).error?.message);
    };
    const send = (event: SubmitEvent) => {
      if (state === "passing") return;
      if (!beforeSending && state === "open") {
        state = "sent";
        return;
      }
      event.preventDefault();
      if (state !== "open") return;
      state = "checking";
      pressed.current = event.submitter;
      void handleSubmit(
        // A browser sends no form from within its own submit event.
        () => void setTimeout(pass, 0, event.submitter),
        (errors) => {
          state = "open";
          onRefused(listed(errors));
        },
      )();
    };
    const pass = (button: HTMLElement | null) => {
      state = "passing";
      form.requestSubmit(button);
      state = "sent";
    };
    form.addEventListener("change", change);
    form.addEventListener("focusout", leave);
    form.addEventListener("submit", send);
    return () => {
      form.removeEventListener("change", change);
      form.removeEventListener("focusout", leave);
      form.removeEventListener("submit", send);
    };
  }, [form, beforeSending, trigger, getFieldState, handleSubmit, onField, onRefused]);
  return null;
}

/** What the form would send by this button, or by the first, which the Enter key presses. */
function read(form: HTMLFormElement, button: HTMLElement | null): FieldValues {
  const first = form.querySelector<HTMLElement>('button[type="submit"]');
  return readForm(new FormData(form, button ?? first)).input;
}

function listed(errors: FieldErrors): FormError[] {
  return Object.entries(errors).map(([field, error]) => ({ field, message: String(error?.message) }));
}

function nameOf(target: EventTarget | null): string {
  return target instanceof HTMLElement ? baseName(target.getAttribute("name") ?? "") : "";
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement;
}
