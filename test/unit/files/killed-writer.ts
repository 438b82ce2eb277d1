/**
 * A window that saves annotations as fast as it can until it is killed: `node killed-writer.js FILE LETTER FROM`. It prints
 * the number of each annotation once its save has been reported as done.
 */
import { writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { writeTextAtomically } from '../../../src/editor/files/disk-file';
import { SidecarStore } from '../../../src/editor/files/sidecar-store';
import { numberedAnnotation } from './numbered-annotation';

const [file = '', letter = 'g', from = '0'] = process.argv.slice(2);

const main = async (): Promise<void> => {
  const store = new SidecarStore({
    sourceName: 'a.txt',
    port: {
      read: () => readFile(file, 'utf8').catch(() => undefined),
      interrupted: () => Promise.resolve(undefined),
      write: (text, expected) => writeTextAtomically(file, text, expected),
      unsavedEditor: () => undefined,
    },
    keeper: { keep: () => Promise.resolve(), keepBeforeMigration: () => Promise.resolve() },
    tell: () => undefined,
    warn: (message) => writeSync(2, `${message}\n`),
  });
  await store.load();
  for (let number = Number(from); ; number++) {
    store.change([{ kind: 'add-annotation', annotation: numberedAnnotation(letter, number) }]);
    await store.flush();
    if (!store.unsaved) writeSync(1, `${number}\n`);
  }
};

void main();
