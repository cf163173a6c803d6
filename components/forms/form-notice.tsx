import type { FormState } from "./form-state";

/** Something to know that is not a mistake, such as that this was saved already. */
export function FormNotice({ message, href, linkText }: NonNullable<FormState["notice"]>) {
  return (
    <div className="nhsuk-inset-text" role="alert">
      <p>
        {message}
        {href && (
          <>
            {" "}
            <a href={href}>{linkText ?? "See what was saved"}</a>
          </>
        )}
      </p>
    </div>
  );
}
