import type { ReactNode } from "react";
import { requireActor } from "@/app/_server/actor-session";
import { panelFor } from "@/app/_server/lost-session";
import { requestId } from "@/app/_server/request";
import { SignInPanel } from "./sign-in-panel";
import { TrustFrame } from "./trust-frame";

interface Props {
  children: ReactNode;
  params: Promise<{ ods: string }>;
}

/** Everything signed-in. A form that was sent after the session had ended gets a sign-in panel in the page's place. */
export default async function TrustLayout({ children, params }: Props) {
  const panel = panelFor.take(await requestId());
  if (panel) return <SignInPanel state={panel} />;
  return <TrustFrame actor={await requireActor((await params).ods)}>{children}</TrustFrame>;
}
