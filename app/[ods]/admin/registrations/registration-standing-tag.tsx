import type { ShapeName } from "@/components/ui/shape";
import { Tag, type TagColour } from "@/components/ui/tag";
import type { RegistrationStanding } from "@/lib/people/rules";
import { standingWords } from "@/lib/people/words";

const looks: Record<RegistrationStanding, { colour: TagColour; shape: ShapeName }> = {
  current: { colour: "green", shape: "tick" },
  "check-due": { colour: "yellow", shape: "clock" },
  conditional: { colour: "orange", shape: "lock" },
  "conditional-cleared": { colour: "aqua-green", shape: "tick" },
  lapsed: { colour: "red", shape: "cross" },
  unchecked: { colour: "grey", shape: "ring" },
};

export function RegistrationStandingTag({ standing }: { standing: RegistrationStanding }) {
  return <Tag {...looks[standing]}>{standingWords[standing]}</Tag>;
}
