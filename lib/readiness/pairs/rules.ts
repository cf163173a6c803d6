/** Values by two identifiers. Nested: to look up twice costs far less than to join two identifiers into one key. */
export class PairMap<Value> {
  readonly #rows = new Map<string, Map<string, Value>>();

  get(first: string, second: string): Value | undefined {
    return this.#rows.get(first)?.get(second);
  }

  set(first: string, second: string, value: Value): Value {
    const row = this.#rows.get(first) ?? new Map<string, Value>();
    this.#rows.set(first, row.set(second, value));
    return value;
  }

  all(): Value[] {
    return [...this.#rows.values()].flatMap((row) => [...row.values()]);
  }
}
