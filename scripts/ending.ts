/** Runs what was set up in reverse order when the process is told to end, or `end` is called; once only. */
export function endings() {
  const tasks: (() => unknown)[] = [];
  let ending: Promise<void> | undefined;

  async function runAll(code: number): Promise<void> {
    for (const task of tasks.reverse()) await Promise.resolve(task()).catch(console.error);
    process.exit(code);
  }
  const end = (code: number): Promise<void> => {
    ending ??= runAll(code);
    return ending;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!ending) process.stderr.write("\nStopping …\n");
      void end(0);
    });
  }
  return {
    atEnd: (task: () => unknown) => void tasks.push(task),
    end,
    isEnding: () => ending !== undefined,
  };
}
