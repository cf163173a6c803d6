import { Checkboxes } from "@/components/forms/checkboxes";
import type { CompetencyRecord } from "@/lib/sign-off/record/queries";
import { canAsk } from "@/lib/sign-off/request/rules";
import { SupervisorField } from "../../requests/supervisor-field";

/** Asks for sign-off in the same go. Left out where there is nothing to ask for, or nobody to ask. */
export function AskToo({ record }: { record: CompetencyRecord }) {
  if (!canAsk(record)) return null;
  return (
    <>
      <Checkboxes
        name="alsoAsk"
        legend="Sign-off"
        options={[
          {
            value: "yes",
            label: "Ask for sign-off too",
            hint: "Your supervisor sees this practice and all that you recorded before. They can sign once everything is there and confirmed.",
          },
        ]}
      />
      <SupervisorField supervisors={record.supervisors} hint="Only asked if you ask for sign-off" />
    </>
  );
}
