import "server-only";
import { headers } from "next/headers";
import type { Origin } from "@/lib/auth/sign-in";
import { env } from "@/lib/platform/env";
import { addressBehind } from "./client-address";
import { readDeviceCookie } from "./device-cookie";
import { peerAddress } from "./front/incoming";
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

/** Where a try to sign in comes from: the network address as far as the proxies can be believed, and the browser. */
export async function signInOrigin(): Promise<Origin> {
  const forwarded = (await headers()).get("x-forwarded-for");
  const address = addressBehind(peerAddress(), forwarded, env().trustedProxies);
  return { address, device: await readDeviceCookie() };
}
