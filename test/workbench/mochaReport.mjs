/** A mocha reporter: dots for people, and the report that all suites share for `npm test` (`--reporter-option output=FILE,suite=NAME`). */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_PENDING, EVENT_TEST_RETRY } = Mocha.Runner.constants;

export default class MochaReport extends Mocha.reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const { output, suite, style = 'dot' } = options.reporterOptions;
    new Mocha.reporters[style](runner, options);
    const failures = [];
    let pending = 0;
    runner.on(EVENT_TEST_PENDING, () => (pending += 1));
    runner.on(EVENT_TEST_RETRY, (test, error) => {
      process.stdout.write(`TRIED AGAIN: ${test.fullTitle()}: ${String(error?.message ?? error)}\n`);
    });
    runner.on(EVENT_TEST_FAIL, (test, error) => {
      failures.push({
        title: test.fullTitle(),
        message: String(error?.message ?? error),
        stack: String(error?.stack ?? error),
      });
    });
    runner.on(EVENT_RUN_END, () => {
      const { passes, duration } = runner.stats;
      const report = { suite, passed: passes, failed: failures.length, pending, seconds: duration / 1000, failures };
      mkdirSync(path.dirname(output), { recursive: true });
      writeFileSync(output, JSON.stringify(report, null, 2));
    });
  }
}
