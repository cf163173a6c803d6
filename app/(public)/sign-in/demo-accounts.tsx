import { Button } from "@/components/ui/button";
import type { DemoAccount } from "@/lib/auth/sign-in";
import { signInToDemoAction } from "./actions";

/** One button an account, for demonstration data alone. */
export function DemoAccounts({ accounts, next }: { accounts: DemoAccount[]; next: string }) {
  return (
    <section aria-labelledby="demonstration">
      <h2 className="nhsuk-heading-m" id="demonstration">
        Try the demonstration
      </h2>
      <p>The people, trusts and records are invented. Choose whom to sign in as.</p>
      <ul className="nhsuk-list">
        {accounts.map(({ accountId, label, staffName, trustName }) => (
          <li key={accountId}>
            <form action={signInToDemoAction.bind(null, next, accountId)}>
              <Button variant="secondary">
                {label}: {staffName}
                <span className="nhsuk-u-visually-hidden">, {trustName}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
