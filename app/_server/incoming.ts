import { AsyncLocalStorage } from "node:async_hooks";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { log } from "@/lib/platform/log";
import { type NotSent, notSentPath, readsPages } from "./not-sent";
import { requestIdHeader } from "./request-headers";

/** Far above any form of ours; evidence files will have a route of their own. */
export const longestBody = 1_000_000;

/** Of all bodies that are on their way at once: what they take of the server's memory. */
const mostAtOnce = 100_000_000;

/** A form is sent within this time, or not at all. */
const requestMs = 60_000;

const mostDiscarded = 20_000_000;
const discardMs = 10_000;

interface Incoming {
  /** Who is at the other end of the connection: a browser, or the last proxy before us. */
  peer: string;
  response: ServerResponse;
}

// The instrumentation and the pages are bundled apart: what they share has to hang on the process.
const shared = globalThis as { [key: symbol]: AsyncLocalStorage<Incoming> | undefined };
const name = Symbol.for("countersign.incoming");

function incoming(): AsyncLocalStorage<Incoming> {
  shared[name] ??= new AsyncLocalStorage<Incoming>();
  return shared[name];
}

/**
 * Keeps, for every request from now on, what Next tells nobody: the connection's own address, which no header can
 * forge, and the response, so that a page can say 404 and still be rendered. Bodies too long for any form of ours
 * are refused without being kept, and no form is answered in bare text.
 */
export function watchIncoming(): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]): boolean {
    const pass = (): boolean => Reflect.apply(emit, this, [event, ...args]);
    if (event !== "request") return pass();
    const [request, response] = args as [IncomingMessage, ServerResponse];
    this.requestTimeout = requestMs;
    const refusal = refusedBody(request);
    if (refusal) return refuseBody(request, response, refusal);
    countBody(request, response);
    if (request.method === "POST") leadToPage(request, response);
    const peer = request.socket.remoteAddress ?? "unknown";
    return incoming().run({ peer, response }, pass);
  };
}

/** The network address at the other end of this request's connection. */
export function peerAddress(): string {
  return incoming().getStore()?.peer ?? "unknown";
}

/** The status of the page that is being rendered: Next itself sets one only for pages that it doesn't render. */
export function setStatus(status: number): void {
  const response = incoming().getStore()?.response;
  if (response && !response.headersSent) response.statusCode = status;
}

/**
 * To a form whose action it doesn't know, as after an update, or can't run, Next answers in bare text, without a
 * hook to say it better: whoever sent it with a browser is led to a page. A script reads the status.
 */
function leadToPage(request: IncomingMessage, response: ServerResponse): void {
  const { accept, "next-action": action } = request.headers;
  if (!readsPages({ action, accept })) return;
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const isText = String(response.getHeader("content-type")).startsWith("text/plain");
    // What the proxy refuses for its origin says so itself.
    if (status < 400 || status === 403 || !isText) return writeHead(status, ...rest);
    const reference = String(response.getHeader(requestIdHeader) ?? "");
    const because = status < 500 ? "updated" : "fault";
    log.warn({ requestId: reference, status, because }, "form not given to its action");
    response.setHeader("Location", notSentPath(because, reference));
    return writeHead(303);
  };
}

let bodiesAtOnce = 0;

function countBody(request: IncomingMessage, response: ServerResponse): void {
  const bytes = bytesOf(request);
  bodiesAtOnce += bytes;
  response.once("close", () => {
    bodiesAtOnce -= bytes;
  });
}

function bytesOf({ headers }: IncomingMessage): number {
  return Number(headers["content-length"]) || 0;
}

interface BodyRefusal {
  status: number;
  text: string;
  /** Whoever reads pages is led to the one that says this. */
  page?: NotSent;
}

function refusedBody(request: IncomingMessage): BodyRefusal | null {
  if (request.headers["transfer-encoding"] !== undefined) {
    return { status: 411, text: "Send this with its length, so that we can tell whether it is too long." };
  }
  const bytes = bytesOf(request);
  if (bytes > longestBody) {
    const text = "This is too long to be saved. Go back, make it shorter and send it again.";
    return { status: 413, text, page: "too-long" };
  }
  if (bytes === 0 || bodiesAtOnce + bytes <= mostAtOnce) return null;
  return {
    status: 503,
    text: "Too much is being sent at once. Nothing was saved: send it again in a moment.",
  };
}

function refuseBody(request: IncomingMessage, response: ServerResponse, refusal: BodyRefusal): true {
  const { accept, "next-action": action } = request.headers;
  const page = refusal.page && readsPages({ action, accept }) ? notSentPath(refusal.page) : null;
  response.writeHead(page ? 303 : refusal.status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    Connection: "close",
    ...(page ? { Location: page } : {}),
  });
  response.write(refusal.text);
  discard(request, () => response.end(() => request.destroy()));
  return true;
}

/** A browser reads no answer before it has sent its form: the rest is thrown away as it comes, within limits. */
function discard(request: IncomingMessage, then: () => void): void {
  let bytes = 0;
  const late = setTimeout(then, discardMs);
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostDiscarded) then();
  });
  request.once("end", then);
  request.once("error", then);
  request.once("close", () => clearTimeout(late));
}
