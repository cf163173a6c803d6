import "server-only";
import { notFound } from "next/navigation";
import { Refusal } from "@/lib/platform/refusals";

/**
 * Wraps a page: a record that is not there and one that the actor may not see look the same, a 404.
 *
 * @example
 * export default guardPage(async ({ params }: Props) => { … });
 */
export function guardPage<Props, Page>(
  page: (props: Props) => Promise<Page>,
): (props: Props) => Promise<Page> {
  return async (props) => {
    try {
      return await page(props);
    } catch (error) {
      if (isHidden(error)) notFound();
      throw error;
    }
  };
}

function isHidden(error: unknown): boolean {
  return error instanceof Refusal && (error.kind === "not-found" || error.kind === "forbidden");
}
