import { InsetText } from "@/components/ui/inset-text";
import { formatDate, type IsoDate } from "@/lib/platform/dates";
import type { Standing } from "@/lib/sign-off/record/rules";
import { StandingTag } from "../../../../_record/standing-tag";

/** Whoever comes from readiness on another day reads what stands on that day, and that the page is about today. */
export function OtherDay({ on, standing }: { on: IsoDate | null; standing: Standing | null }) {
  if (!on || !standing) return null;
  return (
    <InsetText>
      <p>
        You came from readiness on {formatDate(on)}; this page shows today. On that day, as it is known now:{" "}
        <StandingTag standing={standing} />
      </p>
    </InsetText>
  );
}
