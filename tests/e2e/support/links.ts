import type { APIRequestContext } from "@playwright/test";

export interface Visited {
  path: string;
  status: number;
}

/** Requests under way together. */
const atOnce = 6;

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
  while (waiting.length > 0) {
    const pages = await Promise.all(waiting.splice(0, atOnce).map((path) => look(request, path)));
    for (const { path, status, links } of pages) {
      visited.push({ path, status });
      for (const link of links) {
        const kind = kindOf(link);
        const count = kinds.get(kind) ?? 0;
        if (seen.has(link) || count >= mostOfAKind) continue;
        seen.add(link);
        kinds.set(kind, count + 1);
        waiting.push(link);
      }
    }
  }
  return visited;
}

/** What each address answers with, redirects left alone. */
export async function statusesOf(
  request: APIRequestContext,
  paths: readonly string[],
): Promise<{ path: string; status: number; location?: string }[]> {
  const answers = [];
  for (let from = 0; from < paths.length; from += atOnce) {
    const some = paths.slice(from, from + atOnce).map(async (path) => {
      const response = await request.get(path, { maxRedirects: 0 });
      return { path, status: response.status(), location: response.headers().location };
    });
    answers.push(...(await Promise.all(some)));
  }
  return answers;
}

async function look(request: APIRequestContext, path: string) {
  const response = await request.get(path, { maxRedirects: 5 });
  const isPage = response.headers()["content-type"]?.includes("text/html");
  const links = isPage ? linksIn(await response.text(), path) : [];
  return { path, status: response.status(), links };
}

function linksIn(html: string, from: string): string[] {
  const base = new URL(from, "http://here.invalid");
  return [...html.matchAll(/<a\s[^>]*href="([^"]+)"/g)]
    .map(([, href = ""]) => new URL(href.replaceAll("&amp;", "&"), base))
    .filter(({ origin }) => origin === base.origin)
    .map(({ pathname, search }) => pathname + search);
}
