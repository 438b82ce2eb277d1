/** What the annotation files of the folder in an editor say on disk. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { entriesIn, type SavedEntry } from '../workbench/annotationEntries';
import { waitFor, type Editor } from './driver';

/** Where the annotations of an article stand, or would stand. */
export const annotationFile = (folder: string, article: string): string =>
  path.join(folder, `${article}.annotations.yaml`);

/** The text of an article's annotation file; nothing while there is none. */
export const savedText = (folder: string, article: string): string => {
  const file = annotationFile(folder, article);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** The entries of all authors in an article's annotation file, in file order. */
export const savedEntries = (
  folder: string,
  article: string,
  section?: 'annotations' | 'rejected',
): readonly SavedEntry[] => entriesIn(savedText(folder, article), section);

/** Selects the words in the active editor, which shows `article`, and marks them by the second key of a chord; waits for the file. */
export const annotate = async (editor: Editor, article: string, words: string, key: string): Promise<void> => {
  await editor.select(words);
  await editor.press('Control+k', key);
  await waitFor(`“${words}” on disk`, () => savedText(editor.workspace, article).includes(`"${words}"`));
};
