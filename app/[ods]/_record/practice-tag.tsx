import type { ShapeName } from "@/components/ui/shape";
import { Tag, type TagColour } from "@/components/ui/tag";
import { practiceStateWords } from "@/lib/evidence/words";
import type { PracticeState } from "@/lib/evidence/workflow";

const looks: Record<PracticeState, { colour: TagColour; shape: ShapeName }> = {
  draft: { colour: "grey", shape: "dots" },
  "awaiting-confirmation": { colour: "purple", shape: "clock" },
  confirmed: { colour: "green", shape: "tick" },
  "not-confirmed": { colour: "orange", shape: "cross" },
  lapsed: { colour: "yellow", shape: "clock" },
  withdrawn: { colour: "grey", shape: "cross" },
};

export function PracticeTag({ state }: { state: PracticeState }) {
  return <Tag {...looks[state]}>{practiceStateWords[state]}</Tag>;
}
