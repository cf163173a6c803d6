import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { PageTitle } from "@/components/layout/page-title";
import { logFault } from "@/lib/platform/log";
import { Refusal } from "@/lib/platform/refusals";
import { Fault } from "../fault";
import { Missing } from "../missing";
import { PlainFrame } from "../plain-frame";
import { setStatus } from "./front/incoming";
import { requestId } from "./request";

type Component<Props> = (props: Props) => ReactNode | Promise<ReactNode>;

/**
 * Wraps a page: a record that is not there and one that the actor may not see look the same, a 404. That page, and
 * the one for a fault, are rendered here: what is thrown past a page, Next leaves to the browser's JavaScript. The
 * title goes with the page that it is of; a page that names its subject says `PageTitle` itself.
 *
 * @example
 * export default guardPage(async ({ params }: Props) => { … }, "People");
 */
export function guardPage<Props>(
  page: Component<Props>,
  title?: string,
): (props: Props) => Promise<ReactNode> {
  return async (props) => {
    try {
      return titled(await page(props), title);
    } catch (error) {
      return instead(error);
    }
  };
}

/** The same for what brings header and footer along: a layout, or a page without one. */
export function guardFrame<Props>(
  frame: Component<Props>,
  title?: string,
): (props: Props) => Promise<ReactNode> {
  return async (props) => {
    try {
      return titled(await frame(props), title);
    } catch (error) {
      return <PlainFrame>{await instead(error)}</PlainFrame>;
    }
  };
}

function titled(shown: ReactNode, title: string | undefined): ReactNode {
  if (title === undefined) return shown;
  return (
    <>
      <PageTitle>{title}</PageTitle>
      {shown}
    </>
  );
}

async function instead(error: unknown): Promise<ReactNode> {
  if (isHidden(error) || isNotFound(error)) {
    setStatus(404);
    return titled(<Missing />, "Page not found");
  }
  unstable_rethrow(error);
  const reference = await requestId();
  logFault(error, { requestId: reference, where: "page" });
  setStatus(500);
  return titled(<Fault reference={reference} />, "Sorry, there is a problem");
}

function isHidden(error: unknown): boolean {
  return error instanceof Refusal && (error.kind === "not-found" || error.kind === "forbidden");
}

/** Next's `notFound()`, which it tells apart by this text alone. */
function isNotFound(error: unknown): boolean {
  return error instanceof Error && "digest" in error && error.digest === "NEXT_HTTP_ERROR_FALLBACK;404";
}
