import { AsyncLocalStorage } from "node:async_hooks";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";

/** Far above any form of ours; evidence files will have a route of their own. */
export const longestBody = 1_000_000;

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
 * are refused before a byte of them is read.
 */
export function watchIncoming(): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]): boolean {
    const pass = (): boolean => Reflect.apply(emit, this, [event, ...args]);
    if (event !== "request") return pass();
    const [request, response] = args as [IncomingMessage, ServerResponse];
    const refusal = refusedBody(request);
    if (refusal) return refuseBody(request, response, refusal);
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

type BodyRefusal = { status: number; text: string };

function refusedBody({ headers }: IncomingMessage): BodyRefusal | null {
  if (headers["transfer-encoding"] !== undefined) {
    return { status: 411, text: "Send this with its length, so that we can tell whether it is too long." };
  }
  if (Number(headers["content-length"] ?? 0) <= longestBody) return null;
  return { status: 413, text: "This is too long to be saved. Go back, make it shorter and send it again." };
}

function refuseBody(request: IncomingMessage, response: ServerResponse, refusal: BodyRefusal): true {
  response.writeHead(refusal.status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    Connection: "close",
  });
  response.end(refusal.text, () => request.destroy());
  return true;
}
