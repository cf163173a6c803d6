import type { ShapeName } from "@/components/ui/shape";
import { Tag, type TagColour } from "@/components/ui/tag";
import { hasAuthority } from "@/lib/sign-off/authority/rules";
import { authorityWords } from "@/lib/sign-off/authority/words";
import { type HoldingStatus, isHeld } from "@/lib/sign-off/holding/status/rules";
import { holdingStatusWords } from "@/lib/sign-off/holding/words";
import type { Standing } from "@/lib/sign-off/record/rules";

const looks: Record<HoldingStatus, { colour: TagColour; shape: ShapeName }> = {
  "not-started": { colour: "grey", shape: "ring" },
  "working-towards": { colour: "blue", shape: "half" },
  "ready-to-request": { colour: "aqua-green", shape: "dots" },
  "awaiting-decision": { colour: "purple", shape: "clock" },
  competent: { colour: "green", shape: "tick" },
  "renewal-due": { colour: "yellow", shape: "clock" },
  expired: { colour: "orange", shape: "cross" },
  suspended: { colour: "pink", shape: "pause" },
  restricted: { colour: "orange", shape: "lock" },
  voided: { colour: "grey", shape: "cross" },
};

/** The status in a word; signed off without the authority that it needs is never shown as competent. */
export function StandingTag({ standing }: { standing: Pick<Standing, "status" | "authority"> }) {
  const { status, authority } = standing;
  if (isHeld(status) && !hasAuthority(authority)) {
    return (
      <Tag colour="white" shape="lock">
        {authorityWords["not-entitled"]}
      </Tag>
    );
  }
  return <Tag {...looks[status]}>{holdingStatusWords[status]}</Tag>;
}
