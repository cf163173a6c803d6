import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { logFault } from "@/lib/platform/log";
import { Refusal } from "@/lib/platform/refusals";
import { Fault } from "../fault";
import { Missing } from "../missing";
import { PlainFrame } from "../plain-frame";
import { setStatus } from "./incoming";
import { requestId } from "./request";

type Component<Props> = (props: Props) => ReactNode | Promise<ReactNode>;

/**
 * Wraps a page: a record that is not there and one that the actor may not see look the same, a 404. That page, and
 * the one for a fault, are rendered here: what is thrown past a page, Next leaves to the browser's JavaScript.
 *
 * @example
 * export default guardPage(async ({ params }: Props) => { … });
 */
export function guardPage<Props>(page: Component<Props>): (props: Props) => Promise<ReactNode> {
  return async (props) => {
    try {
      return await page(props);
    } catch (error) {
      return instead(error);
    }
  };
}

/** The same for what brings header and footer along: a layout, or a page without one. */
export function guardFrame<Props>(frame: Component<Props>): (props: Props) => Promise<ReactNode> {
  return async (props) => {
    try {
      return await frame(props);
    } catch (error) {
      return <PlainFrame>{await instead(error)}</PlainFrame>;
    }
  };
}

async function instead(error: unknown): Promise<ReactNode> {
  if (isHidden(error) || isNotFound(error)) {
    setStatus(404);
    return <Missing />;
  }
  unstable_rethrow(error);
  const reference = await requestId();
  logFault(error, { requestId: reference, where: "page" });
  setStatus(500);
  return <Fault reference={reference} />;
}

function isHidden(error: unknown): boolean {
  return error instanceof Refusal && (error.kind === "not-found" || error.kind === "forbidden");
}

/** Next's `notFound()`, which it tells apart by this text alone. */
function isNotFound(error: unknown): boolean {
  return error instanceof Error && "digest" in error && error.digest === "NEXT_HTTP_ERROR_FALLBACK;404";
}
