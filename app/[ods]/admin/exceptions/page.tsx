import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { guardPage } from "@/app/_server/page-guard";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { pageNumber } from "@/lib/platform/pages";
import { listExceptions } from "@/lib/sign-off/exception/queries";
import { AdminList } from "../admin-list";
import { ExceptionTable } from "./exception-table";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The exceptions to the second observer that are in force. */
export default guardPage(async ({ params, searchParams }: Props) => {
  const actor = await requireActor((await params).ods);
  const query = await searchParams;
  const list = await listExceptions(actor, londonDate(now()), pageNumber(query.page));
  return (
    <AdminList
      {...{ actor, list, done: query.done }}
      title="Exceptions"
      intro="For a high-risk competency somebody besides the signer has to have watched. Where a small team has nobody else, you can let the only observer sign, for one person and until a day. It stands on the signature."
      add={{ href: trustPath(actor, "admin", "exceptions", "new"), text: "Approve an exception" }}
      whenEmpty="No exception is in force"
    >
      <ExceptionTable actor={actor} rows={list.rows} />
    </AdminList>
  );
}, "Exceptions");
