import type { ShapeName } from "@/components/ui/shape";
import { Tag, type TagColour } from "@/components/ui/tag";
import { requestStateWords } from "@/lib/sign-off/words";
import type { RequestState } from "@/lib/sign-off/workflow";

const looks: Record<RequestState, { colour: TagColour; shape: ShapeName }> = {
  draft: { colour: "grey", shape: "dots" },
  submitted: { colour: "purple", shape: "clock" },
  approved: { colour: "green", shape: "tick" },
  returned: { colour: "yellow", shape: "half" },
  declined: { colour: "orange", shape: "cross" },
  withdrawn: { colour: "grey", shape: "cross" },
};

export function RequestTag({ state }: { state: RequestState }) {
  return <Tag {...looks[state]}>{requestStateWords[state]}</Tag>;
}
