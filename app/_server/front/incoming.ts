import { AsyncLocalStorage } from "node:async_hooks";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { requestIdHeader } from "../request-headers";
import { notSentPath } from "./not-sent";
import { oddRequest, type RequestRefusal } from "./odd-request";
import { refuseRequest, wantsPage } from "./refuse-request";
import { isSignIn, signInInTurn } from "./sign-in-turns";
import { gatherBody, refusedLength } from "./whole-body";

/** A form is sent within this time, or not at all; what comes before it in less. */
const requestMs = 60_000;
const headersMs = 20_000;

/** A connection on which nothing moves, such as that of a client that doesn't read its answer. */
const silentMs = 120_000;

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
 * forge, and the response, so that a page can say 404 and still be rendered. What nobody could have meant and bodies
 * too long for any form of ours are refused here, sign-ins wait for their turn, and no form is answered in bare text.
 */
export function watchIncoming(): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]): boolean {
    const pass = (): boolean => Reflect.apply(emit, this, [event, ...args]);
    if (event === "connection") limit(this);
    if (event === "upgrade" && process.env.NODE_ENV !== "development")
      return refuseUpgrade(args[1] as Duplex);
    if (event !== "request") return pass();
    const [request, response] = args as [IncomingMessage, ServerResponse];
    const peer = request.socket.remoteAddress ?? "unknown";
    receive(request, response, () => incoming().run({ peer, response }, pass));
    return true;
  };
}

function receive(request: IncomingMessage, response: ServerResponse, pass: () => void): void {
  const odd = oddRequest(request.method, request.url);
  // The address stays in the browser as it was typed, to be corrected there.
  const shown = odd?.page && request.method === "GET" && wantsPage(request) ? notSentPath(odd.page) : null;
  if (shown) request.url = shown;
  const refusal = (shown ? null : odd) ?? refusedLength(request);
  const refused = (why: RequestRefusal) => refuseRequest(request, response, why);
  if (refusal) {
    refused(refusal);
    return;
  }
  gatherBody(request, response, {
    refused,
    whole: () => {
      if (request.method === "POST") leadToPage(request, response);
      if (isSignIn(request)) signInInTurn(request, response, pass);
      else pass();
    },
  });
}

const limited = new WeakSet<Server>();

/** What a server that Next made may hold open, and for how long. */
function limit(server: Server): void {
  if (limited.has(server)) return;
  limited.add(server);
  server.requestTimeout = requestMs;
  server.headersTimeout = headersMs;
  server.timeout = silentMs;
  server.maxConnections = env().maxConnections;
  server.on("drop", noteDropped);
}

/** No page of ours speaks anything but HTTP: Next would leave the connection open for ever. */
function refuseUpgrade(socket: Duplex): true {
  socket.on("error", () => undefined);
  socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  return true;
}

let notedAt = 0;

function noteDropped(): void {
  if (Date.now() - notedAt < 60_000) return;
  notedAt = Date.now();
  log.warn({ maxConnections: env().maxConnections }, "connections refused: MAX_CONNECTIONS are open");
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
  if (!wantsPage(request)) return;
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
