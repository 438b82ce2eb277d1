import assert from 'node:assert/strict';
import { killWriters } from '../unit/files/kill-writers';

/** Kills in one run of the tests; the benchmark `crash` makes ten thousand. */
const KILLS = 300;
const LANES = 3;

describe('a window that dies while it saves', function () {
  // Most of the time goes into starting writers, which a busy machine does slowly.
  this.timeout(600_000);

  it('leaves the old or the new annotation file, whole, with all that was reported as saved', async () => {
    const kills = KILLS / LANES;
    const lanes = Array.from({ length: LANES }, () =>
      killWriters({ kills, sources: 1, windows: 1, random: Math.random }),
    );
    const reports = await Promise.all(lanes);
    assert.deepEqual(
      reports.flatMap(({ losses }) => losses),
      [],
    );
    const saves = reports.reduce((sum, report) => sum + report.saves, 0);
    assert.ok(saves >= KILLS, `${saves} saves were reported`);
  });

  it('loses nothing of another window that saves into the same file', async () => {
    const report = await killWriters({ kills: 40, sources: 2, windows: 2, random: Math.random });
    assert.deepEqual(report.losses, []);
    assert.ok(report.saves >= 40, `${report.saves} saves were reported`);
  });
});
