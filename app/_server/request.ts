import "server-only";
import { headers } from "next/headers";
import { requestIdHeader, requestPathHeader } from "./request-headers";

export async function requestId(): Promise<string> {
  return (await headers()).get(requestIdHeader) ?? "";
}

/** Path and query of the page that is asked for, or that a form was sent from. */
export async function requestPath(): Promise<string> {
  return (await headers()).get(requestPathHeader) ?? "/";
}

/** A form that JavaScript sends gets an answer; without it, the whole page is rendered again. */
export async function sentByScript(): Promise<boolean> {
  return (await headers()).has("next-action");
}

/** The network address, as the nearest proxy (or Next's server itself) saw it. */
export async function clientAddress(): Promise<string> {
  const forwarded = (await headers()).get("x-forwarded-for") ?? "";
  return forwarded.split(",").at(-1)?.trim() || "unknown";
}
