import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from './installation';
import { temporaryFolder } from './server';

/**
 * A copy of the sample articles for a suite to do with as it likes, or one article as long as there are none. Its parent is
 * a temporary folder made for it alone, which the caller removes.
 */
export const sampleWorkspace = (purpose: string): string => {
  const folder = path.join(temporaryFolder(purpose), 'articles');
  mkdirSync(folder);
  const samples = path.join(repository, 'test/fixtures/sources');
  if (existsSync(samples)) cpSync(samples, folder, { recursive: true });
  else
    writeFileSync(path.join(folder, 'article.txt'), 'De Proefkrant, 3 maart 2024\n\nIn Utrecht sprak Anna de Vries.\n');
  return folder;
};
