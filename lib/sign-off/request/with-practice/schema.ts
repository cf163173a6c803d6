import { z } from "zod";
import { practiceDraftInput, practiceInput } from "@/lib/evidence/schema";
import { identifier } from "@/lib/platform/schema";

/** Practice, and whom to ask for sign-off in the same go. */
export const practiceWithRequestInput = practiceInput.extend({
  supervisorId: identifier("Select the supervisor to ask"),
});

const submitted = { intent: z.literal("submit") };

/** What the form of one's own practice sends, in each of its ways: as a draft, to be confirmed, or asking for sign-off. */
export const practiceForm = z.discriminatedUnion(
  "intent",
  [
    practiceDraftInput.extend({ intent: z.literal("draft") }),
    z.discriminatedUnion("alsoAsk", [
      practiceInput.extend({ ...submitted, alsoAsk: z.undefined().optional() }),
      practiceWithRequestInput.extend({ ...submitted, alsoAsk: z.literal("yes") }),
    ]),
  ],
  { error: "Press one of the buttons" },
);
