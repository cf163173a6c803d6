import type { SelectOption } from "@/components/forms/select";
import type { Registrant } from "@/lib/people/registrations/queries";
import { standingWords } from "@/lib/people/words";

/** Those who may sign today first; the others say why they can't. */
export function registrantOptions(registrants: readonly Registrant[]): SelectOption[] {
  return [
    ...registrants
      .filter(({ maySign }) => maySign)
      .map(({ id, name }) => ({ value: id, label: name, group: "Registration in order" })),
    ...registrants
      .filter(({ maySign }) => !maySign)
      .map(({ id, name, standing }) => ({
        value: id,
        label: `${name} (${standingWords[standing].toLowerCase()})`,
        group: "Can’t sign today",
      })),
  ];
}

interface Competency {
  id: string;
  code: string;
  title: string;
  frameworkTitle: string;
}

/** Competencies under their frameworks; those that the team asks for already stand first. */
export function competencyOptions(
  competencies: readonly Competency[],
  askedIds: readonly string[] = [],
): SelectOption[] {
  const asked = new Set(askedIds);
  return [
    ...competencies.filter(({ id }) => asked.has(id)).map((one) => optionOf(one, "Asked of this team")),
    ...competencies.filter(({ id }) => !asked.has(id)).map((one) => optionOf(one, one.frameworkTitle)),
  ];
}

function optionOf({ id, code, title }: Competency, group: string): SelectOption {
  return { value: id, label: `${title} (${code})`, group };
}
