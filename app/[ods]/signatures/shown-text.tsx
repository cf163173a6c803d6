import type { ReactNode } from "react";
import { Details } from "@/components/ui/details";
import { SummaryList } from "@/components/ui/summary-list";
import { isShownGroup, keyInWords, type ShownValue, valueInWords } from "@/lib/sign-off/shown/words";

/** What the signer was shown: to be read, and beneath it the exact text that was hashed. */
export function ShownText({ text }: { text: string }) {
  const shown = JSON.parse(text) as ShownValue;
  return (
    <>
      <Details summary="What was shown">
        <Shown value={shown} />
      </Details>
      <Details summary="The exact text that was hashed">
        <pre className="app-exact">{text}</pre>
      </Details>
    </>
  );
}

/** A group is a list of its keys, and a list one of its entries; anything else is a word. */
function Shown({ value }: { value: ShownValue }): ReactNode {
  if (Array.isArray(value)) {
    if (value.length === 0) return "None";
    return (
      <ol className="nhsuk-list nhsuk-list--number">
        {value.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a signed list never changes
          <li key={index}>
            <Shown value={entry} />
          </li>
        ))}
      </ol>
    );
  }
  if (!isShownGroup(value)) return valueInWords(value);
  return (
    <SummaryList
      rows={Object.entries(value).map(([key, inner]) => ({
        key: keyInWords(key),
        value: <Shown value={inner} />,
      }))}
    />
  );
}
