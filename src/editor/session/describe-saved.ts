import type * as vscode from 'vscode';
import { carry, describeAll } from '../../core/anchoring';
import type { Selector } from '../../core/annotation/annotation';
import type { Range } from '../../core/text/range';
import type { BaseTexts } from '../files/base-texts';
import { readText } from '../files/text-file';
import { messageOf, type Log } from '../log';

/**
 * Selectors for targets in the present text of a document. Where it has unsaved changes they are made on the saved text, which
 * others have too, unless the changes touch a target. The text that they were made on is kept before they are answered.
 */
export async function describeSaved(
  document: vscode.TextDocument,
  targets: readonly (readonly Range[])[],
  { baseTexts, log }: { readonly baseTexts: BaseTexts; readonly log: Log },
): Promise<Selector[]> {
  const text = document.getText();
  const saved = document.isDirty ? await savedText(document.uri, log) : undefined;
  if (saved !== undefined && saved !== text) {
    const there = carry(text, saved, targets);
    if (there.every((placement) => placement.state === 'anchored' && !placement.changed)) {
      await baseTexts.keep(document.uri, saved);
      return describeAll(
        saved,
        there.map((placement) => placement.parts!),
      );
    }
  }
  await baseTexts.keep(document.uri, text);
  return describeAll(text, targets);
}

async function savedText(uri: vscode.Uri, log: Log): Promise<string | undefined> {
  try {
    return await readText(uri);
  } catch (error) {
    log.debug(`${uri.path}: ${messageOf(error)}`);
    return undefined;
  }
}
