/** A button, not a link: signing out is a write, and no page that is fetched ahead may do it. */
export function SignOutForm({ action }: { action: string | ((data: FormData) => Promise<void>) }) {
  return (
    <form
      className="nhsuk-header__account-form"
      action={action}
      method={typeof action === "string" ? "post" : undefined}
    >
      <button type="submit" className="nhsuk-header__account-button">
        Sign out
      </button>
    </form>
  );
}
