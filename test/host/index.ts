/** Entry of the suite that runs inside the Node extension host; `tests:host` is every test file below this folder (esbuild.mjs). */
import { runSuite } from '../workbench/insideHost';

export const run = (): Promise<void> => runSuite(() => import('tests:host'));
