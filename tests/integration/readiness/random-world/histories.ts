import { randomUUID } from "node:crypto";
import { addDays } from "@/lib/platform/dates";
import { authorityKinds } from "@/lib/sign-off/authority/rules";
import { holdingEventKinds } from "@/lib/sign-off/holding/rules";
import type { Maker, Row } from "./maker";

export interface History {
  events: Row[];
  authorities: Row[];
  acceptances: Row[];
  practices: Row[];
  requests: Row[];
  steps: Row[];
}

/** All that one person did in one competency. */
export function historyOf(make: Maker, pair: Row, practicesPerPair: number): History {
  const authorities = make.often(40)
    ? make.dated({ ...pair, kind: make.one(authorityKinds), document: "D" })
    : [];
  return {
    events: make.often(60) ? eventsOf(make, pair) : [],
    authorities,
    acceptances: authorities.flatMap(({ id }) => {
      const on = make.day();
      const row = { id: randomUUID(), authority_id: id, accepted_by_id: pair.staff_id, accepted_on: on };
      return make.often(70) ? [{ ...row, accepted_at: `${on}T10:00:00Z` }] : [];
    }),
    practices: Array.from({ length: make.often(50) ? make.below(2 * practicesPerPair) : 0 }, () =>
      practiceOf(make, pair),
    ),
    ...requestOf(make, pair),
  };
}

function eventsOf(make: Maker, pair: Row): Row[] {
  const events: (Row & { id: string; kind: string })[] = [];
  const notVoided = ({ id }: { id: string }) => events.every(({ voids_event_id }) => voids_event_id !== id);
  let on = make.day();
  for (let count = 1 + make.below(4); count > 0; count -= 1) {
    const kind = events.length === 0 ? "granted" : make.one(holdingEventKinds);
    const grants = kind === "granted" || kind === "renewed";
    events.push({
      ...pair,
      id: randomUUID(),
      competency_version_id: randomUUID(),
      kind,
      on_date: on,
      expires_on: grants ? addDays(on, 200 + make.below(300)) : null,
      scope: {},
      voids_event_id: kind === "voided" ? make.one(events.filter(notVoided)).id : null,
      signature_id: kind === "reinstated" ? randomUUID() : null,
      decision_id: grants ? randomUUID() : null,
      recorded_by_id: randomUUID(),
      recorded_at: make.recorded(on),
    });
    on = addDays(on, make.below(300));
  }
  return events;
}

function practiceOf(make: Maker, pair: Row): Row {
  const on = make.day();
  return {
    ...pair,
    id: randomUUID(),
    competency_version_id: randomUUID(),
    performed_on: on,
    setting_id: randomUUID(),
    supervision: "direct",
    performances: 1,
    simulated: false,
    outcome: "achieved",
    observer_id: randomUUID(),
    submitted: make.often(80),
    recorded_at: make.recorded(on),
    recorded_by_id: pair.staff_id,
    superseded_at: make.often(10) ? `${addDays(on, 200)}T10:00:00Z` : null,
  };
}

const roads = [
  ["submitted"],
  ["submitted", "returned"],
  ["submitted", "returned", "submitted", "approved"],
  ["submitted", "declined"],
  ["submitted", "withdrawn"],
] as const;
const stepTo = {
  submitted: "submit",
  returned: "return",
  approved: "approve",
  declined: "decline",
  withdrawn: "withdraw",
};

function requestOf(make: Maker, pair: Row): Pick<History, "requests" | "steps"> {
  if (!make.often(40)) return { requests: [], steps: [] };
  const request = {
    ...pair,
    id: randomUUID(),
    competency_version_id: randomUUID(),
    addressed_to_id: randomUUID(),
  };
  const road = make.one(roads);
  let on = make.day();
  const steps = road.map((state, index) => {
    if (index > 0) on = addDays(on, 1 + make.below(120));
    return {
      id: randomUUID(),
      request_id: request.id,
      number: index + 1,
      round: 1,
      step: stepTo[state],
      to_state: state,
      taken_by_id: randomUUID(),
      addressed_to_id: request.addressed_to_id,
      taken_at: `${on}T${make.one(["09:00:00", "23:30:00"])}Z`,
    };
  });
  const last = steps.at(-1);
  const requests = [
    {
      ...request,
      state: last?.to_state,
      version: steps.length,
      round: 1,
      state_since: last?.taken_at,
      created_at: steps[0]?.taken_at,
    },
  ];
  return { requests, steps };
}
