/** The posts of both trusts. Registered posts carry the profession of their register. */
export const demoPosts = {
  AP: { title: "Assistant practitioner", band: "4" },
  TAP: { title: "Trainee assistant practitioner", band: "3" },
  RN: { title: "Registered nurse", band: "5", profession: "registered-nurse" },
  RAD: { title: "Radiographer", band: "6", profession: "radiographer" },
  CS: { title: "Clinical scientist", band: "7", profession: "clinical-scientist" },
  PHY: { title: "Physiotherapist", band: "6", profession: "physiotherapist" },
  OT: { title: "Occupational therapist", band: "6", profession: "occupational-therapist" },
  SLT: {
    title: "Speech and language therapist",
    band: "6",
    profession: "speech-and-language-therapist",
  },
  POD: { title: "Podiatrist", band: "6", profession: "podiatrist" },
  ODP: {
    title: "Operating department practitioner",
    band: "5",
    profession: "operating-department-practitioner",
  },
  MGR: { title: "Team manager", band: "7" },
  LEAD: { title: "Education lead", band: "8a" },
  EDU: { title: "Practice educator", band: "7" },
  GOV: { title: "Clinical governance officer", band: "6" },
} as const satisfies Record<string, { title: string; band: string; profession?: string }>;

export type PostCode = keyof typeof demoPosts;
