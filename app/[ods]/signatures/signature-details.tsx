import { SummaryList } from "@/components/ui/summary-list";
import { type Profession, professions } from "@/lib/people/registration-numbers";
import { professionWords, standingWords } from "@/lib/people/words";
import type { SignatureRow } from "@/lib/sign-off/signature/queries";
import type { SignerRegistration } from "@/lib/sign-off/signer/rules";

const methods: Record<SignatureRow["method"], string> = {
  password: "Password, given on the form",
  demonstration: "None: made-up history of demonstration data",
};

/** How the signer proved who they are, and the hash of what was shown. */
export function SignatureDetails({ signature }: { signature: SignatureRow }) {
  const { id, method, shownSchema, shownHash } = signature;
  return (
    <SummaryList
      rows={[
        { key: "Proof of identity", value: methods[method] },
        { key: "SHA-256 of what was shown", value: <code>{shownHash}</code> },
        { key: "Form of what was shown", value: `Schema ${shownSchema}` },
        { key: "Signature number", value: <code>{id}</code> },
      ]}
    />
  );
}

/** The registration as it stood on the day of signing. */
export function registered({ body, profession, number, standing }: SignerRegistration): string {
  const name = profession in professions ? professionWords[profession as Profession] : profession;
  return `${name}, ${body} ${number}. ${standingWords[standing]}`;
}
