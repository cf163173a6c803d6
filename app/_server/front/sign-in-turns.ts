import type { IncomingMessage, ServerResponse } from "node:http";
import { knownBrowser } from "@/lib/auth/device";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { Turns } from "@/lib/platform/turns";
import { deviceCookieName } from "../device-cookie-name";
import { busySignIn } from "./busy-sign-in";
import { answerAlone, wantsPage } from "./refuse-request";

const longestQueue = 300;

/** A page that nobody fetches does not keep its place. */
const longestTurnMs = 10_000;

let turns: Turns | undefined;

export function isSignIn({ method, url = "" }: IncomingMessage): boolean {
  return method === "POST" && url.split("?", 1)[0] === "/sign-in";
}

/**
 * Lets few sign-ins in at once: each asks the database, hashes and renders a page, so that a rush of them would slow
 * every other page. Browsers in which somebody has signed in go first. Its body has come: nobody holds a turn by
 * sending slowly.
 */
export function signInInTurn(request: IncomingMessage, response: ServerResponse, pass: () => void): void {
  turns ??= new Turns({ atOnce: 2 * env().argon2Concurrency, longestQueue });
  const end = turns.ask((over) => {
    const late = setTimeout(over, longestTurnMs);
    whenAnswered(response, () => {
      clearTimeout(late);
      over();
    });
    pass();
  }, comesFromKnownBrowser(request));
  if (end) response.once("close", end);
  else void answerBusy(request, response);
}

/** An answer that was given is over for us, though the network may still be carrying it. */
function whenAnswered(response: ServerResponse, then: () => void): void {
  const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
  response.end = (...given: unknown[]) => {
    then();
    return end(...given);
  };
  response.once("close", then);
}

function comesFromKnownBrowser({ headers }: IncomingMessage): boolean {
  const name = `${deviceCookieName(env().nextauthUrl)}=`;
  const cookie = headers.cookie?.split("; ").find((one) => one.startsWith(name));
  return cookie !== undefined && knownBrowser(cookie.slice(name.length), now());
}

/** People get the form again, with the address that they typed. */
async function answerBusy(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const busy = { status: 503, text: "Very many people are signing in. Wait a few seconds, then try again." };
  if (!wantsPage(request)) {
    return answerAlone(request, response, { ...busy, headers: { "Retry-After": "5" } });
  }
  const headers = await busySignIn(request);
  answerAlone(request, response, { ...busy, status: 303, headers });
}
