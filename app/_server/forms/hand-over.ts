import "server-only";

const most = 500;

/** Hands something from an action to the page that is rendered for the same request; read once, then gone. */
export class HandOver<T> {
  readonly #kept = new Map<string, T>();

  put(requestId: string, value: T): void {
    this.#kept.set(requestId, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > most && oldest !== undefined) this.#kept.delete(oldest);
  }

  take(requestId: string, wanted: (value: T) => boolean = () => true): T | null {
    const value = this.#kept.get(requestId);
    if (value === undefined || !wanted(value)) return null;
    this.#kept.delete(requestId);
    return value;
  }
}
