import { Select } from "@/components/forms/select";
import type { SupervisorFact } from "@/lib/sign-off/record/assess/rules";
import { supervisorToAsk } from "@/lib/sign-off/request/rules";

interface Props {
  supervisors: readonly SupervisorFact[];
  hint?: string;
  /** Whom the open request names: in a draft whoever is to be asked, of a returned one whoever returned it. */
  namedId?: string;
}

/** Whom to ask: the one whom the next step names is chosen, and shown. */
export function SupervisorField({ supervisors, hint, namedId }: Props) {
  return (
    <Select
      name="supervisorId"
      label="Supervisor to ask"
      hint={hint}
      defaultValue={supervisorToAsk(supervisors, namedId)?.id ?? ""}
      options={supervisors.map(({ id, name, checkDue }) => ({
        value: id,
        label: checkDue ? `${name} (can sign once the register is checked)` : name,
      }))}
    />
  );
}
