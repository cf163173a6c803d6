import type { SettingKind } from "@/lib/competencies/rules";

export type TrustKey = "larkmere" | "brackenfold";

export interface DemoTrust {
  key: TrustKey;
  ods: string;
  name: string;
  emailDomain: string;
  /** Employee numbers begin with it. */
  letters: string;
  sites: { code: string; name: string }[];
  settings: { code: string; site: string; name: string; kind: SettingKind }[];
  equipment: { code: string; site: string; make: string; model: string }[];
}

/**
 * Two trusts that do not exist. An ODS code tells the kind of organisation by its first letters (R and T for
 * trusts), and no kind begins with DEM. The addresses end in .example, which RFC 2606 keeps free for ever. Makes
 * of equipment are invented too.
 */
export const demoTrusts: DemoTrust[] = [
  {
    key: "larkmere",
    ods: "DEMO1",
    name: "Larkmere Hospitals NHS Foundation Trust",
    emailDomain: "larkmere.example",
    letters: "LH",
    sites: [{ code: "LGH", name: "Larkmere General Hospital" }],
    settings: [
      { code: "STR-W", site: "LGH", name: "Stroke ward", kind: "ward" },
      { code: "NM-C", site: "LGH", name: "Nuclear medicine, camera room 1", kind: "nuclear-medicine" },
      { code: "NM-R", site: "LGH", name: "Nuclear medicine, radiopharmacy", kind: "nuclear-medicine" },
      { code: "XR-1", site: "LGH", name: "X-ray room 1", kind: "imaging-room" },
      { code: "XR-2", site: "LGH", name: "X-ray room 2", kind: "imaging-room" },
      { code: "TH-3", site: "LGH", name: "Theatre 3", kind: "theatre" },
      { code: "TH-R", site: "LGH", name: "Theatre recovery", kind: "recovery" },
    ],
    equipment: [
      { code: "GC1", site: "LGH", make: "Orrery", model: "Dual-head gamma camera 4" },
      { code: "GC2", site: "LGH", make: "Tessellate", model: "SPECT-CT 2" },
      { code: "DR1", site: "LGH", make: "Penumbra Bay", model: "Digital X-ray room 7" },
      { code: "GM1", site: "LGH", make: "Droplet & Lane", model: "Glucose meter 3" },
    ],
  },
  {
    key: "brackenfold",
    ods: "DEMO2",
    name: "Brackenfold Community Health NHS Trust",
    emailDomain: "brackenfold.example",
    letters: "BC",
    sites: [
      { code: "BHC", name: "Brackenfold Health Centre" },
      { code: "SGC", name: "Saltergate Clinic" },
    ],
    settings: [
      { code: "HOME", site: "BHC", name: "Patient's home", kind: "home" },
      { code: "LEG", site: "BHC", name: "Leg club", kind: "clinic" },
      { code: "FOOT", site: "SGC", name: "Foot clinic", kind: "clinic" },
      { code: "REH", site: "BHC", name: "Rehabilitation unit", kind: "ward" },
      { code: "TEL", site: "BHC", name: "Telephone and video", kind: "remote" },
    ],
    equipment: [
      { code: "GM1", site: "BHC", make: "Droplet & Lane", model: "Glucose meter 3" },
      { code: "LM1", site: "SGC", make: "Halcyon Rill", model: "Therapy laser 1" },
    ],
  },
];
