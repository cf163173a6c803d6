import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/platform/env";
import { addressBehind } from "./client-address";
import { peerAddress } from "./incoming";
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

/** The network address that the request comes from, as far as the configured proxies can be believed. */
export async function clientAddress(): Promise<string> {
  return addressBehind(peerAddress(), (await headers()).get("x-forwarded-for"), env().trustedProxies);
}
