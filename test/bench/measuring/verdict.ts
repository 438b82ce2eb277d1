/** Whether figures keep to a bar, as a bench prints it before the bar. */
export const verdict = (passes: boolean): string => (passes ? 'within' : 'OVER');

/** Runs a bench, which answers whether all its figures keep to their bars; the program ends with 0 only then. */
export const runBench = (bench: () => Promise<boolean>): void => {
  bench().then(
    (passes) => {
      process.exitCode = passes ? 0 : 1;
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
};
