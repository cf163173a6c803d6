import type { ReactNode } from "react";
import { requireEntry } from "@/app/_server/actor-session";
import { panelFor } from "@/app/_server/forms/lost-session";
import { Refused } from "@/app/_server/forms/refused";
import { guardFrame } from "@/app/_server/page-guard";
import { requestId } from "@/app/_server/request";
import { SignInPanel } from "./sign-in-panel";
import { TrustFrame } from "./trust-frame";

interface Props {
  children: ReactNode;
  params: Promise<{ ods: string }>;
}

/** Everything signed-in. A form that was sent after the session had ended gets a sign-in panel in the page's place. */
export default guardFrame(async ({ children, params }: Props) => {
  const panel = panelFor.take(await requestId());
  if (panel) return <SignInPanel state={panel} />;
  const { actor, trusts } = await requireEntry((await params).ods);
  return (
    <TrustFrame actor={actor} trusts={trusts}>
      <Refused />
      {children}
    </TrustFrame>
  );
});
