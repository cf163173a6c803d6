import { InsetText } from "@/components/ui/inset-text";
import type { Standing } from "@/lib/sign-off/record/rules";

/** Says before the request goes that it can't be signed yet. */
export function NotAllThere({ standing }: { standing: Pick<Standing, "complete"> }) {
  if (standing.complete) return null;
  return (
    <InsetText>
      <p>Not everything is there and confirmed yet. You can ask now; your supervisor can sign once it is.</p>
    </InsetText>
  );
}
