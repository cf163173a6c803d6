import type { ReactNode } from "react";
import { trustPath } from "@/app/_server/addresses";
import { BackLink } from "@/components/ui/back-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import type { Actor } from "@/lib/auth/actor";
import { DoneBanner } from "./done-banner";

interface Props {
  actor: Actor;
  title: string;
  /** What has just been done, from the address. */
  done: string | string[] | undefined;
  intro: ReactNode;
  add?: { href: string; text: string };
  /** The page of the list, and how many it has. */
  list: { rows: readonly unknown[]; page: number; pages: number };
  whenEmpty: string;
  /** The table of the rows. */
  children: ReactNode;
}

/** One of the lists that an education lead keeps. */
export function AdminList({ actor, title, done, intro, add, list, whenEmpty, children }: Props) {
  return (
    <>
      <BackLink href={trustPath(actor, "admin")}>Set-up</BackLink>
      <DoneBanner done={done} />
      <PageHeading>{title}</PageHeading>
      <p>{intro}</p>
      {add && <ButtonLink href={add.href}>{add.text}</ButtonLink>}
      {list.rows.length === 0 ? <EmptyState heading={whenEmpty} /> : children}
      <Pagination page={list.page} pages={list.pages} />
    </>
  );
}
