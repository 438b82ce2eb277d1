import type * as vscode from 'vscode';
import { anchorAll, type Placement } from '../../core/anchoring';
import type { Selector } from '../../core/annotation/annotation';
import { textId } from '../../core/text/text-id';
import type { BaseTexts } from '../files/base-texts';
import { readText } from '../files/text-file';

export interface Placed {
  /** In the order of the selectors. */
  readonly placements: readonly Placement[];
  /** True when the text is another than some were made on, and not one that they were shown in before. */
  readonly textChanged: boolean;
}

/** A source whose text may not be saved yet. */
export interface PlacedIn {
  readonly uri: vscode.Uri;
  readonly text: string;
  /** Its text may be another one than the file's. */
  readonly isDirty?: boolean;
}

/** Places selectors in the text of a source, by what was shown in it before, else with the versions they were made on. */
export async function placeAll(
  source: PlacedIn,
  selectors: readonly Selector[],
  baseTexts: BaseTexts,
): Promise<Placed> {
  const { text } = source;
  const present = textId(text);
  const onPresent = selectors.some((selector) => selector.textId === present);
  if (onPresent) void baseTexts.keep(source.uri, text);
  const ids = [...new Set(selectors.flatMap((selector) => selector.textId ?? []))].filter((id) => id !== present);
  if (ids.length === 0) return { placements: anchorAll(text, selectors), textChanged: false };
  const known = (await baseTexts.placements?.find(text, selectors)) ?? [];
  if (known.length > 0 && known.every((placement) => placement !== undefined) && source.text === text) {
    return { placements: known, textChanged: false };
  }
  if (source.isDirty) await keepSaved(source.uri, ids, baseTexts);
  const found = await baseTexts.find(source.uri, ids);
  // An edit may have come in while the base texts were read: place against the text of now.
  const placements = anchorAll(source.text, selectors, { baseTexts: found });
  const same = source.text === text;
  return { placements: placements.map((each, k) => (same && known[k]) || each), textChanged: true };
}

/** What others annotate while the text here is being changed, they annotate on the text that is saved. */
async function keepSaved(uri: vscode.Uri, ids: readonly string[], baseTexts: BaseTexts): Promise<void> {
  const saved = await readText(uri).catch(() => undefined);
  if (saved !== undefined && ids.includes(textId(saved))) await baseTexts.keep(uri, saved);
}
