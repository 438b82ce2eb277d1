/** Root hooks of the suite: no editor outlives the suite, and a failed test leaves a picture and logs in out/ui. */
import { closeAllEditors, keepEvidenceOfAll } from './driver';

export const mochaHooks = {
  async afterEach(this: Mocha.Context): Promise<void> {
    const test = this.currentTest;
    if (test?.state === 'failed') await keepEvidenceOfAll(test.fullTitle());
  },
  async afterAll(): Promise<void> {
    await closeAllEditors();
  },
};
