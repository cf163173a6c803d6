import { Choices, type ChoicesProps } from "./choices";

export function Radios({ defaultValue, ...props }: ChoicesProps & { defaultValue?: string }) {
  return <Choices {...props} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />;
}
