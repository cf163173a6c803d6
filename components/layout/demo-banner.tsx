export function DemoBanner() {
  return (
    <section className="app-demo-banner" aria-label="Demonstration">
      <div className="nhsuk-width-container">
        <p>
          <strong>Demonstration data:</strong> no real people
        </p>
      </div>
    </section>
  );
}
