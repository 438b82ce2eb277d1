/** Root hooks of the suite: no editor outlives the suite, and a test that failed, or is tried again, leaves a picture and logs in out/ui. */
import { closeAllEditors, keepEvidenceOfAll } from './driver';

export const mochaHooks = {
  async afterEach(this: Mocha.Context): Promise<void> {
    const test = this.currentTest;
    if (test && test.state !== 'passed' && !test.isPending()) await keepEvidenceOfAll(test.fullTitle());
  },
  async afterAll(): Promise<void> {
    await closeAllEditors();
  },
};
