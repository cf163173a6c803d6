import type { IncomingMessage, ServerResponse } from "node:http";
import { notSentPath, readsPages } from "./not-sent";
import type { RequestRefusal } from "./odd-request";

const mostDiscarded = 20_000_000;
const discardMs = 10_000;

/** Answers in the server's own name, before anything of the request is kept: people by a page, scripts by a status. */
export function refuseRequest(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: RequestRefusal,
): void {
  const page = refusal.page && wantsPage(request) ? notSentPath(refusal.page) : null;
  const more = page ? { Location: page } : refusal.headers;
  answerAlone(request, response, { ...refusal, status: page ? 303 : refusal.status, headers: more });
}

/** Does this request come from somebody who reads pages? */
export function wantsPage({ headers }: IncomingMessage): boolean {
  return readsPages({ action: headers["next-action"], accept: headers.accept });
}

/** The whole answer, after which the connection ends. */
export function answerAlone(
  request: IncomingMessage,
  response: ServerResponse,
  { status, text, headers }: RequestRefusal,
): void {
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    Connection: "close",
    ...headers,
  });
  if (request.method !== "HEAD") response.write(text);
  discard(request, () => response.end(() => request.destroy()));
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
