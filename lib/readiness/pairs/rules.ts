/** Values by two identifiers. Nested: to look up twice costs far less than to join two identifiers into one key. */
export class PairMap<Value> {
  readonly #rows = new Map<string, Map<string, Value>>();

  get(first: string, second: string): Value | undefined {
    return this.#rows.get(first)?.get(second);
  }

  /** All of the first identifier, by the second. */
  row(first: string): ReadonlyMap<string, Value> | undefined {
    return this.#rows.get(first);
  }

  set(first: string, second: string, value: Value): Value {
    const row = this.#rows.get(first);
    if (row) row.set(second, value);
    else this.#rows.set(first, new Map([[second, value]]));
    return value;
  }

  /** The same pairs with other values; what becomes undefined is left out. */
  map<Other>(change: (value: Value, first: string, second: string) => Other | undefined): PairMap<Other> {
    const changed = new PairMap<Other>();
    for (const [first, row] of this.#rows) {
      const others = new Map<string, Other>();
      for (const [second, value] of row) {
        const other = change(value, first, second);
        if (other !== undefined) others.set(second, other);
      }
      changed.#rows.set(first, others);
    }
    return changed;
  }
}
