/** After so many who went first, one of the rest has a turn: nobody waits for ever. */
const mostFirstInARow = 3;

/**
 * Lets so many do something at once and the others wait: those who go first before the rest, but for every fourth
 * turn, and otherwise in the order they came. Each of the two queues has an end.
 *
 * @example
 * const waiting = turns.ask((end) => work().finally(end), false);
 * if (!waiting) refuse("rule", "sign-in-busy");
 */
export class Turns {
  readonly #first = new Set<() => void>();
  readonly #later = new Set<() => void>();
  readonly #atOnce: number;
  readonly #longestQueue: number;
  #running = 0;
  #firstInARow = 0;

  constructor({ atOnce, longestQueue }: { atOnce: number; longestQueue: number }) {
    this.#atOnce = atOnce;
    this.#longestQueue = longestQueue;
  }

  /**
   * Calls `begin` now or in its turn, with what ends the turn; null if too many wait already. Who waits no longer
   * calls the same, which `ask` answers too. A second call does nothing.
   */
  ask(begin: (end: () => void) => void, first: boolean): (() => void) | null {
    const queue = first ? this.#first : this.#later;
    let ended = false;
    let begun = false;
    const end = () => {
      if (ended) return;
      ended = true;
      if (begun) this.#giveUpPlace();
      else queue.delete(start);
    };
    const start = () => {
      begun = true;
      begin(end);
    };
    if (this.#running < this.#atOnce) {
      this.#running += 1;
      start();
    } else if (queue.size >= this.#longestQueue) {
      return null;
    } else {
      queue.add(start);
    }
    return end;
  }

  #giveUpPlace(): void {
    const next = this.#takeNext();
    if (next) next();
    else this.#running -= 1;
  }

  #takeNext(): (() => void) | undefined {
    const isTheirTurn = this.#firstInARow >= mostFirstInARow && this.#later.size > 0;
    const queue = this.#first.size > 0 && !isTheirTurn ? this.#first : this.#later;
    this.#firstInARow = queue === this.#first ? this.#firstInARow + 1 : 0;
    const [next] = queue;
    if (next) queue.delete(next);
    return next;
  }
}
