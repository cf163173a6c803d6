import "server-only";
import { notFound } from "next/navigation";

/** The form that an action was called with: with anything else in its place, there is no such page. */
export function sentForm(data: unknown): FormData {
  return data instanceof FormData ? data : notFound();
}
