import type { ReactNode } from "react";
import { SummaryList } from "@/components/ui/summary-list";
import { formatDate, type IsoDate, londonDate } from "@/lib/platform/dates";
import type { AuthorityRow } from "@/lib/sign-off/authority/queries";
import { authorityKindWords, equipmentSentence, validitySentence } from "@/lib/sign-off/authority/words";
import { Typed } from "./typed";

interface Props {
  authorities: readonly AuthorityRow[];
  /** What the reader can do about one of them, such as to accept it. */
  actionFor?: (authority: AuthorityRow) => ReactNode;
}

/** What the employer has authorised: by whom, on which document, for how long, and whether it is accepted. */
export function AuthorityList({ authorities, actionFor }: Props) {
  return authorities.map((authority) => (
    <section key={authority.id}>
      <h3 className="nhsuk-heading-s">{authorityKindWords[authority.kind]}</h3>
      <SummaryList
        rows={[
          { key: "Valid", value: validitySentence(authority) },
          { key: "Equipment", value: equipmentSentence(authority.equipmentName) },
          { key: "Document", value: authority.document },
          { key: "Authorised by", value: authority.grantedByName },
          { key: "Accepted", value: accepted(authority.acceptedOn) },
          ...ending(authority.ended),
        ]}
      />
      {actionFor?.(authority)}
    </section>
  ));
}

function ending(ended: AuthorityRow["ended"]) {
  if (!ended?.reason) return [];
  return [
    { key: "End recorded", value: `On ${formatDate(londonDate(ended.at))} by ${ended.byName}` },
    { key: "Why it ends", value: <Typed>{ended.reason}</Typed> },
  ];
}

function accepted(on: IsoDate | null): string {
  return on ? `On ${formatDate(on)}` : "Not yet. It counts once the person accepts the responsibility";
}
