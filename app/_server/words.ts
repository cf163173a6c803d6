import { authRefusals } from "@/lib/auth/words";
import { competencyRefusals } from "@/lib/competencies/words";
import { evidenceRefusals } from "@/lib/evidence/words";
import { peopleRefusals } from "@/lib/people/words";
import { formatTime } from "@/lib/platform/dates";
import type { Refusal, RefusalKind, RefusalParams } from "@/lib/platform/refusals";
import { signOffRefusals } from "@/lib/sign-off/words";

type Sentences = Record<string, (params: RefusalParams) => string>;

const ownSentences: Sentences = {
  "already-saved": () =>
    "You already saved this. What you have typed since is still here, and is not saved yet",
  "saved-before": ({ at }) => {
    const when = typeof at === "string" ? `at ${formatTime(at)}` : "just now";
    return `You saved the same ${when}, so this is not saved yet. If it is another one, send it again: what you typed is still here`;
  },
  "changed-meanwhile": () =>
    "Somebody changed this while you were working on it, so nothing was saved. Open the page again to see it as it is now. What you typed is still here",
  "section-not-used": () => "This section is for other roles than yours",
  fault: ({ reference }) =>
    `Something went wrong on our side, so this may not be saved. What you typed is still here: send it again, which saves it once only. If it keeps happening, give this reference: ${reference}`,
};

/** Every refusal's sentence, by code. */
export const sentences: Sentences = {
  ...ownSentences,
  ...authRefusals,
  ...peopleRefusals,
  ...competencyRefusals,
  ...evidenceRefusals,
  ...signOffRefusals,
};

const byKind: Record<RefusalKind, string> = {
  "not-found": "This could not be found",
  forbidden: "You may not do this",
  conflict: "Somebody changed this while you were working on it. Open the page again to see it as it is now",
  rule: "This can't be done at present",
  invalid: "Check what you typed",
};

export function refusalSentence({ kind, code, params }: Pick<Refusal, "kind" | "code" | "params">): string {
  return sentences[code]?.(params) ?? byKind[kind];
}
