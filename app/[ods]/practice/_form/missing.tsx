import { InsetText } from "@/components/ui/inset-text";
import { missingKinds } from "@/lib/evidence/practice/rules";
import type { PracticeProgress } from "@/lib/evidence/rules";
import { practiceNeedsSentence } from "@/lib/evidence/words";

/** Which practice the competency still needs. */
export function Missing({ progress }: { progress: PracticeProgress }) {
  const needs = missingKinds(progress);
  if (needs.length === 0) return null;
  return (
    <InsetText>
      <p>Still missing: {practiceNeedsSentence(needs)}.</p>
    </InsetText>
  );
}
