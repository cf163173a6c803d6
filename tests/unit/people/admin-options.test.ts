import { expect, test } from "vitest";
import { competencyOptions, registrantOptions } from "@/app/[ods]/admin/options";

test("those who can't sign today stand apart, and say why", () => {
  const registrants = [
    { id: "a", name: "Amy Ash", standing: "lapsed" as const, maySign: false },
    { id: "b", name: "Ben Birch", standing: "current" as const, maySign: true },
    { id: "c", name: "Cy Cedar", standing: "check-due" as const, maySign: false },
  ];
  expect(registrantOptions(registrants)).toEqual([
    { label: "Registration in order", options: [{ value: "b", label: "Ben Birch" }] },
    {
      label: "Can’t sign today",
      options: [
        { value: "a", label: "Amy Ash (lapsed)" },
        { value: "c", label: "Cy Cedar (check due)" },
      ],
    },
  ]);
});

test("competencies stand under their frameworks, after those that the team asks for", () => {
  const competencies = [
    { id: "1", code: "CORE-OBS", title: "Vital signs", frameworkTitle: "Core" },
    { id: "2", code: "NUC-ID", title: "Identification", frameworkTitle: "Nuclear medicine" },
  ];
  expect(competencyOptions(competencies, ["2"])).toEqual([
    { label: "Asked of this team", options: [{ value: "2", label: "Identification (NUC-ID)" }] },
    { label: "Core", options: [{ value: "1", label: "Vital signs (CORE-OBS)" }] },
  ]);
});
