"use server";

import { z } from "zod";
import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import type { Actor } from "@/lib/auth/actor";
import { correctPractice } from "@/lib/evidence/practice/commands";
import { checkOwn } from "@/lib/evidence/practice/input/queries";
import { practiceDraftInput, practiceInput } from "@/lib/evidence/schema";
import { identifier } from "@/lib/platform/schema";

const savedPath = (actor: Actor, id: string) => trustPath(actor, "practice", id);

const practiceId = identifier("Open the practice again");

const correctionForm = z.discriminatedUnion(
  "intent",
  [
    practiceInput.extend({ practiceId, intent: z.literal("submit") }),
    practiceDraftInput.extend({ practiceId, intent: z.literal("draft") }),
  ],
  { error: "Press one of the buttons" },
);

export const correctAction = formAction(
  correctionForm,
  async ({ ctx, input, key }) => {
    const { intent, ...practice } = input;
    const { id } = await correctPractice(ctx, { ...practice, submit: intent === "submit" }, key);
    return { redirectTo: `${savedPath(ctx.actor, id)}?done=${intent === "submit" ? "corrected" : "draft"}` };
  },
  {
    savedPath,
    alsoCheck: ({ ctx, input }) => checkOwn(ctx, input, input.intent === "submit"),
  },
);
