import "server-only";
import { outbox } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { newId } from "@/lib/platform/ids";
import type { NotificationKind } from "./kinds";

export interface Notification {
  kind: NotificationKind;
  toStaffId: string;
  /** Identifiers only: the sentences are made when it is sent. */
  payload: Record<string, string>;
}

/** Writes what is to be sent into the outbox, in the transaction that it tells of; its id stays the same on every try. */
export async function notify(tx: Tx, ctx: CommandContext, notification: Notification): Promise<string> {
  const id = newId(ctx.now);
  await tx.insert(outbox).values({
    trustId: ctx.actor.trustId,
    id,
    kind: notification.kind,
    toStaffId: notification.toStaffId,
    payload: notification.payload,
    createdAt: ctx.now,
  });
  return id;
}
