/** What anyone sees when something broke: no detail, and the reference that the log has too. */
export function Fault({ reference }: { reference?: string }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">Sorry, there is a problem</h1>
      <p>Something went wrong on our side. Try again in a few minutes.</p>
      <p>If you were saving something, check whether it was saved before you enter it again.</p>
      {reference && (
        <p>
          If it keeps happening, tell your education lead and give this reference:{" "}
          <strong>{reference}</strong>
        </p>
      )}
      <p>
        <a href="/">Go to your home page</a>
      </p>
    </>
  );
}
