/**
 * Sends GET requests over so many kept-alive connections, until a number of requests or of seconds is reached, and
 * prints what it saw as JSON. A process of its own, so that its work is not counted as the server's.
 * Usage: node load.mjs '{"url", "cookie", "connections", "requests", "seconds"}'
 */
import http from "node:http";

const { url, cookie, connections, requests, seconds } = JSON.parse(process.argv[2]);
const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
const headers = { cookie, accept: "text/html", "accept-encoding": "gzip" };
const address = new URL(url);
if (address.hostname !== "127.0.0.1") throw new Error("The load goes to this computer alone");

const times = [];
let sent = 0;
let bytes = 0;
const start = performance.now();

async function connection() {
  while (sent < requests && performance.now() - start < seconds * 1000) {
    sent += 1;
    const begun = performance.now();
    const length = await get();
    bytes += length;
    times.push(performance.now() - begun);
  }
}

function get() {
  return new Promise((resolve, reject) => {
    const request = http.get(address, { agent, headers, timeout: 30_000 }, (response) => {
      let length = 0;
      response.on("data", (chunk) => (length += chunk.length));
      response.once("error", reject);
      response.once("end", () => {
        if (response.statusCode === 200) resolve(length);
        else reject(new Error(`${address.pathname} answered ${response.statusCode}`));
      });
    });
    request.once("timeout", () => request.destroy(new Error(`${address.pathname} took too long`)));
    request.once("error", reject);
  });
}

await Promise.all(Array.from({ length: connections }, connection));
const wall = performance.now() - start;
agent.destroy();
times.sort((a, b) => a - b);
const quantile = (q) => times[Math.min(times.length - 1, Math.floor(q * times.length))];
process.stdout.write(
  JSON.stringify({
    requests: times.length,
    perSecond: (times.length * 1000) / wall,
    p50: quantile(0.5),
    p95: quantile(0.95),
    bytes: Math.round(bytes / times.length),
  }),
);
