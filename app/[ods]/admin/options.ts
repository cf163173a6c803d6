import type { Registrant } from "@/lib/people/registrations/queries";
import { standingWords } from "@/lib/people/words";

interface Option {
  value: string;
  label: string;
}

/** Options under a heading of their own. */
export interface OptionGroup {
  label: string;
  options: Option[];
}

/** Those who may sign today first; the others say why they can't. */
export function registrantOptions(registrants: readonly Registrant[]): OptionGroup[] {
  const sound = registrants.filter(({ maySign }) => maySign);
  const unsound = registrants.filter(({ maySign }) => !maySign);
  return filled([
    {
      label: "Registration in order",
      options: sound.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      label: "Can’t sign today",
      options: unsound.map(({ id, name, standing }) => ({
        value: id,
        label: `${name} (${standingWords[standing].toLowerCase()})`,
      })),
    },
  ]);
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
): OptionGroup[] {
  const asked = competencies.filter(({ id }) => askedIds.includes(id));
  const others = competencies.filter(({ id }) => !askedIds.includes(id));
  const frameworks = [...new Set(others.map(({ frameworkTitle }) => frameworkTitle))];
  return filled([
    { label: "Asked of this team", options: asked.map(optionOf) },
    ...frameworks.map((label) => ({
      label,
      options: others.filter(({ frameworkTitle }) => frameworkTitle === label).map(optionOf),
    })),
  ]);
}

function optionOf({ id, code, title }: Competency): Option {
  return { value: id, label: `${title} (${code})` };
}

function filled(groups: OptionGroup[]): OptionGroup[] {
  return groups.filter(({ options }) => options.length > 0);
}
