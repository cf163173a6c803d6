import { SummaryList } from "@/components/ui/summary-list";
import { assessPractice } from "@/lib/evidence/rules";
import { now } from "@/lib/platform/clock";
import { formatDate, londonDate } from "@/lib/platform/dates";
import type { Evidence } from "@/lib/sign-off/decision/evidence/queries";
import { expiryOn } from "@/lib/sign-off/holding/rules";

/** What an approval would give, and for how long. */
export function Limits({ evidence: { version, practices } }: { evidence: Evidence }) {
  const { rule } = version;
  const { countedIds } = assessPractice(rule.practice, practices);
  const counted = practices.filter(({ id }) => countedIds.includes(id));
  const equipment = [...new Set(counted.flatMap(({ equipmentName }) => equipmentName ?? []))];
  const expiresOn = expiryOn(londonDate(now()), rule.reassessMonths);
  const rows = [
    { key: "Valid until", value: expiresOn && formatDate(expiresOn) },
    { key: "Equipment", value: rule.practice.equipmentSpecific ? equipment.join(", ") : null },
    {
      key: "Authority",
      value:
        rule.needsEntitlement || rule.needsScopeExtension
          ? "Counts once the employer has authorised it and they have accepted it"
          : null,
    },
  ];
  return <SummaryList rows={rows.filter(({ value }) => value)} />;
}
