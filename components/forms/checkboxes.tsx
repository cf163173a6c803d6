import { Choices, type ChoicesProps } from "./choices";

export function Checkboxes({
  defaultValue = [],
  ...props
}: ChoicesProps & { defaultValue?: readonly string[] }) {
  return <Choices {...props} type="checkbox" chosen={defaultValue} />;
}
