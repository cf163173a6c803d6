import { TextInput } from "@/components/forms/text-input";
import { Button } from "@/components/ui/button";

/** Searches a list of people by part of their name, which stands in the address. */
export function NameSearch({ name }: { name: string }) {
  return (
    <search>
      <form method="get">
        <TextInput name="name" label="Name" type="search" width="20" defaultValue={name} autoComplete="off" />
        <Button variant="secondary">Search</Button>
      </form>
    </search>
  );
}
