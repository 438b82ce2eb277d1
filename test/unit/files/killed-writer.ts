/**
 * A window that saves annotations of several sources at once, as fast as it can, until it is killed:
 * `node killed-writer.js LETTER FILE FROM [FILE FROM ...]`. It prints the place of the file in that list and the number of
 * each annotation once its save has been reported as done.
 */
import { writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { writeTextAtomically } from '../../../src/editor/files/disk-file';
import { SidecarStore } from '../../../src/editor/files/sidecar-store';
import { numberedAnnotation } from './numbered-annotation';

const [letter = 'g', ...sources] = process.argv.slice(2);

const saveInto = async (file: string, from: number, place: number): Promise<void> => {
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
  for (let number = from; ; number++) {
    store.change([{ kind: 'add-annotation', annotation: numberedAnnotation(letter, number) }]);
    await store.flush();
    if (!store.unsaved) writeSync(1, `${place} ${number}\n`);
  }
};

for (let at = 0; at + 1 < sources.length; at += 2) void saveInto(sources[at]!, Number(sources[at + 1]), at / 2);
