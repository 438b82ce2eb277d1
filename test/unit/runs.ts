/** `GLOSSATOR_RUNS=20` tries every property that counts its runs here on twenty times as many cases (with `--timeout 0`). */
export const TIMES = Number(process.env.GLOSSATOR_RUNS ?? 1);

/** How many cases a property is tried on. */
export const runs = (usual: number): number => Math.ceil(usual * TIMES);
