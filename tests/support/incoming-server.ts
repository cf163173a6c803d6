import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { watchIncoming } from "@/app/_server/front/incoming";
import { resetEnv } from "@/lib/platform/env";

let watched = false;

/** A server that is watched as Next's is: made before, and listening already or not. */
export async function watchedServer(listener: RequestListener): Promise<{ server: Server; port: number }> {
  process.env.DATABASE_URL ??= "postgres://app:app@localhost:5432/unused";
  process.env.NEXTAUTH_URL ??= "http://localhost:3000";
  process.env.NEXTAUTH_SECRET ??= "a secret that is used in tests and nowhere else";
  resetEnv();
  const server = createServer(listener);
  if (!watched) watchIncoming();
  watched = true;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, port: (server.address() as AddressInfo).port };
}

/** A connection on which something was written by hand. */
export function written(port: number, text: string): Socket {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(text);
  return socket;
}

/** The whole answer to a request written by hand. */
export async function answerTo(
  port: number,
  lines: readonly string[],
  { body = "", first = "POST / HTTP/1.1" } = {},
): Promise<string> {
  const socket = written(
    port,
    `${[first, "Host: here", "Connection: close", ...lines].join("\r\n")}\r\n\r\n${body}`,
  );
  let text = "";
  for await (const piece of socket) text += piece;
  return text;
}
