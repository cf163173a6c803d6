import { Select } from "@/components/forms/select";
import type { PracticeLists } from "@/lib/evidence/practice/choices/queries";

interface Props {
  observers: PracticeLists["observers"];
  observerId: string | null;
}

/** Who watched: only asked of the person who practised. */
export function ObserverField({ observers, observerId }: Props) {
  return (
    <Select
      name="observerId"
      label="Who watched?"
      hint="They are asked to confirm it"
      placeholder="Select a person"
      defaultValue={observerId ?? ""}
      options={observers.map(({ id, name, supervises }) => ({
        value: id,
        label: supervises ? `${name}, supervises you` : name,
      }))}
    />
  );
}
