import type { APIRequestContext } from "@playwright/test";

export interface Visited {
  path: string;
  status: number;
}

/** Addresses that differ in identifiers and filters alone are of one kind. */
export function kindOf(path: string): string {
  const [pathname = "", query = ""] = path.split("?");
  const names = query
    .split("&")
    .map((pair) => pair.split("=")[0])
    .sort();
  return pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id") + (query ? `?${names.join("&")}` : "");
}

/** Follows every link from a page, as the browser that is signed in, so many of each kind. */
export async function crawl(
  request: APIRequestContext,
  start: string,
  mostOfAKind: number,
): Promise<Visited[]> {
  const visited: Visited[] = [];
  const seen = new Set([start]);
  const kinds = new Map<string, number>();
  const waiting = [start];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const response = await request.get(path, { maxRedirects: 5 });
    visited.push({ path, status: response.status() });
    if (!response.headers()["content-type"]?.includes("text/html")) continue;
    for (const link of linksIn(await response.text(), path)) {
      const kind = kindOf(link);
      const count = kinds.get(kind) ?? 0;
      if (seen.has(link) || count >= mostOfAKind) continue;
      seen.add(link);
      kinds.set(kind, count + 1);
      waiting.push(link);
    }
  }
  return visited;
}

function linksIn(html: string, from: string): string[] {
  const base = new URL(from, "http://here.invalid");
  return [...html.matchAll(/<a\s[^>]*href="([^"]+)"/g)]
    .map(([, href = ""]) => new URL(href.replaceAll("&amp;", "&"), base))
    .filter(({ origin }) => origin === base.origin)
    .map(({ pathname, search }) => pathname + search);
}
