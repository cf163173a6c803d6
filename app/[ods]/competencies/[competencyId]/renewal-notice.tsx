import { InsetText } from "@/components/ui/inset-text";
import { formatDate } from "@/lib/platform/dates";
import type { Standing } from "@/lib/sign-off/record/rules";

/** What "renewal due" means for the work today, and how a renewal comes about. */
export function RenewalNotice({ standing: { status, expiresOn } }: { standing: Standing }) {
  if (status !== "renewal-due" || !expiresOn) return null;
  return (
    <InsetText>
      <p>
        <strong>Renewal due:</strong> you may go on doing this until the end of {formatDate(expiresOn)}. After
        that you work under supervision again.
      </p>
      <p>
        To renew it, record practice since your last sign-off, then ask for sign-off again. You can ask at any
        time before it runs out.
      </p>
    </InsetText>
  );
}
