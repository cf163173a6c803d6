"use client";

import { type MouseEvent, useEffect, useRef } from "react";
import { type FormError, fieldId } from "./form-state";

/** Names every mistake at the top of the form; each leads to its field. Takes focus when mistakes arrive. */
export function ErrorSummary({ errors, idPrefix }: { errors: readonly FormError[]; idPrefix?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length === 0) return;
    box.current?.focus();
    return markTitle();
  }, [errors]);

  if (errors.length === 0) return null;
  return (
    <div className="nhsuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">There is a problem</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {errors.map(({ field, message }) => (
              <li key={`${field}: ${message}`}>
                {field === null ? message : <FieldLink id={fieldId(field, idPrefix)}>{message}</FieldLink>}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

function FieldLink({ id, children }: { id: string; children: string }) {
  return (
    <a href={`#${id}`} onClick={(event) => focusField(event, id)}>
      {children}
    </a>
  );
}

/** Shows the question as well as its field, which the browser alone would scroll to the very top. */
function focusField(event: MouseEvent, id: string): void {
  const field = document.getElementById(id);
  if (!field) return;
  event.preventDefault();
  const question =
    field.closest("fieldset")?.querySelector("legend") ??
    document.querySelector(`label[for="${CSS.escape(id)}"]`);
  (question ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
}

/** Says in the title that something is wrong, until it is not, or until the next page has set its own. */
function markTitle(): () => void {
  const title = document.title.replace(/^Error: /, "");
  const marked = `Error: ${title}`;
  document.title = marked;
  return () => {
    if (document.title === marked) document.title = title;
  };
}
