/** What anyone sees in place of a page that is not there, or that they may not see. */
export function Missing() {
  return (
    <>
      <h1 className="nhsuk-heading-l">Page not found</h1>
      <p>If you typed the web address, check that it is correct.</p>
      <p>The page may have moved, or it may be about someone whose record you cannot see.</p>
      <p>
        <a href="/">Go to your home page</a>
      </p>
    </>
  );
}
