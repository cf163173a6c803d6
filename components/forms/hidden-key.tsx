import { formKeyField } from "./form-state";

/** The idempotency key: one form is saved once, however often it is sent. */
export function HiddenKey({ value }: { value: string }) {
  return <input type="hidden" name={formKeyField} value={value} />;
}
