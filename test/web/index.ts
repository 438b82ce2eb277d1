/** Entry of the suite that runs inside the web worker extension host; `tests:web` is every test file below this folder (esbuild.mjs). */
import { runSuite } from '../workbench/insideHost';

export const run = (): Promise<void> => runSuite(() => import('tests:web'));
