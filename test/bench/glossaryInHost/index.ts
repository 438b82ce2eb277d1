/** Entry of what `test/bench/glossary.ts` runs inside the Node extension host. */
import { runSuite } from '../../workbench/insideHost';

export const run = (): Promise<void> => runSuite(() => import('./checking'));
