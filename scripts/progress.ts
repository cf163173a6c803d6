/** Says on stderr what is being done and how long it took: some scripts' stdout is for another program. */
export async function step<T>(text: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  say(`${text} …`);
  const result = await work();
  say(`${text}: done in ${seconds(performance.now() - start)}`);
  return result;
}

export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
