import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestRefusal } from "./odd-request";

/** Far above any form of ours; evidence files will have a route of their own. */
export const longestBody = 1_000_000;

/** Of all bodies together, on their way or being answered: what they take of the server's memory. */
const mostAtOnce = 100_000_000;

const smallestRoom = 4096;

const unmeasured: RequestRefusal = {
  status: 411,
  text: "Send this with its length, so that we can tell whether it is too long.",
};
const tooLong: RequestRefusal = {
  status: 413,
  text: "This is too long to be saved. Go back, make it shorter and send it again.",
  page: "too-long",
};
const tooMuch: RequestRefusal = {
  status: 503,
  text: "Too much is being sent at once. Nothing was saved: send it again in a moment.",
  headers: { "Retry-After": "5" },
  page: "busy",
};

/** What is refused by its headers alone. */
export function refusedLength(request: IncomingMessage): RequestRefusal | null {
  if (request.headers["transfer-encoding"] !== undefined) return unmeasured;
  return lengthOf(request) > longestBody ? tooLong : null;
}

/** Those that have not all come, in the order they began. */
const onTheirWay = new Set<Body>();
let kept = 0;

interface Outcome {
  whole: () => void;
  refused: (refusal: RequestRefusal) => void;
}

/**
 * Goes on once the whole body has come, and hands it on in one piece: what trickles in would take a hundred times its
 * size, and hold whatever it had reached. If all bodies take too much, that which has been on its way for longest is
 * given up.
 */
export function gatherBody(request: IncomingMessage, response: ServerResponse, then: Outcome): void {
  if (lengthOf(request) === 0) {
    then.whole();
    return;
  }
  const body = new Body(request, then);
  response.once("close", () => body.forget());
}

class Body {
  readonly #request: IncomingMessage;
  readonly #then: Outcome;
  readonly #length: number;
  #room = Buffer.alloc(0);
  #come = 0;

  constructor(request: IncomingMessage, then: Outcome) {
    this.#request = request;
    this.#then = then;
    this.#length = lengthOf(request);
    onTheirWay.add(this);
    request.on("readable", this.#read);
  }

  giveUp(): void {
    this.forget();
    this.#then.refused(tooMuch);
  }

  forget(): void {
    this.#stop();
    kept -= this.#room.length;
    this.#room = Buffer.alloc(0);
  }

  readonly #read = (): void => {
    for (let piece = this.#request.read(); piece !== null; piece = this.#request.read()) {
      if (!this.#hasRoomFor(piece.length)) return;
      this.#come += piece.copy(this.#room, this.#come);
    }
    if (this.#come < this.#length) return;
    this.#stop();
    this.#request.unshift(this.#room);
    this.#then.whole();
  };

  #hasRoomFor(bytes: number): boolean {
    const needed = this.#come + bytes;
    if (needed <= this.#room.length) return true;
    const wider = Math.min(this.#length, Math.max(smallestRoom, 2 * needed));
    if (!makeRoom(wider - this.#room.length, this)) return false;
    const before = this.#room;
    this.#room = Buffer.alloc(wider);
    before.copy(this.#room);
    kept += wider - before.length;
    return true;
  }

  #stop(): void {
    onTheirWay.delete(this);
    this.#request.off("readable", this.#read);
  }
}

/** Gives up others for it, the oldest first, and the body itself in its turn. */
function makeRoom(bytes: number, body: Body): boolean {
  while (kept + bytes > mostAtOnce) {
    const [oldest = body] = onTheirWay;
    oldest.giveUp();
    if (oldest === body) return false;
  }
  return true;
}

function lengthOf({ headers }: IncomingMessage): number {
  return Number(headers["content-length"] ?? 0);
}
