import { Select } from "@/components/forms/select";
import type { Actor } from "@/lib/auth/actor";
import type { Supervisor } from "@/lib/sign-off/record/queries";
import { listOwnRequests } from "@/lib/sign-off/request/queries";
import { proposedSupervisor } from "@/lib/sign-off/request/rules";
import { requestStates } from "@/lib/sign-off/workflow";

interface Props {
  actor: Actor;
  supervisors: readonly Supervisor[];
  hint?: string;
  /** Who was chosen before, in a request that was saved for later. */
  chosen?: string;
}

/** Whom to ask: the supervisor asked last is chosen, and shown. */
export async function SupervisorField({ actor, supervisors, hint, chosen }: Props) {
  const requests = await listOwnRequests(actor, [...requestStates]);
  const lastAsked = requests.map(({ addressedToId }) => addressedToId).at(-1) ?? null;
  const chosenBefore = supervisors.find(({ id }) => id === chosen)?.id;
  return (
    <Select
      name="supervisorId"
      label="Supervisor to ask"
      hint={hint}
      defaultValue={chosenBefore ?? proposedSupervisor(supervisors, lastAsked) ?? ""}
      options={supervisors.map(({ id, name, checkDue }) => ({
        value: id,
        label: checkDue ? `${name} (can sign once the register is checked)` : name,
      }))}
    />
  );
}
