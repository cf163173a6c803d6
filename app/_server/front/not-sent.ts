/** Why a form that was sent without JavaScript never came to its action; "address": no form, an unreadable address. */
export type NotSent = "updated" | "unreadable" | "too-long" | "busy" | "fault" | "address";

/** The page that says so; `reference` is the one in the log. */
export function notSentPath(because: NotSent, reference?: string): string {
  return `/not-sent?${new URLSearchParams({ because, ...(reference ? { reference } : {}) })}`;
}

/** Does whoever asks read pages? Scripts get a status and a sentence instead. */
export function readsPages(headers: { action: unknown; accept: unknown }): boolean {
  return !headers.action && typeof headers.accept === "string" && headers.accept.includes("text/html");
}
