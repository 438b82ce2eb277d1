/** `npm run package`: everything that ships, under dist/: the bundles, minified, and glossator.vsix. */
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../test/workbench/installation';
import { build, packStaged, stageExtension } from '../test/workbench/packaging';
import { temporaryFolder } from '../test/workbench/server';

const main = async (): Promise<void> => {
  const vsix = path.join(repository, 'dist/glossator.vsix');
  build('--minify');
  const folder = temporaryFolder('package');
  try {
    stageExtension({ folder, host: 'both', minify: true });
    await packStaged(folder, vsix);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${path.relative(process.cwd(), vsix)}: ${(statSync(vsix).size / 1e6).toFixed(2)} MB`);
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
