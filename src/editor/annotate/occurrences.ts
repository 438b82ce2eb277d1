import * as vscode from 'vscode';
import { findExact } from '../../core/anchoring';
import type { LayerId } from '../../core/annotation/annotation';
import { overlaps, sameRange, type Range } from '../../core/text/range';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { inContext, type PlacesPreview } from '../form/places-preview';
import { pickLayer } from '../layers/pick-layer';
import { annotate, annotationOn, wordsAt } from '../session/judgement';
import { resolveMark, sourceOf, typeOf, type MarkReference } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { cursorOffset, selectedParts, wordAt, type ActiveSource } from '../session/target';
import { rangeIn } from '../session/text-positions';

/** `Mark All Occurrences`: the same words elsewhere in the source, previewed before anything is written. */
export function registerOccurrences(commands: Commands, sessions: Sessions, preview: PlacesPreview): vscode.Disposable {
  return commands.register(COMMANDS.markAllOccurrences, async (reference?: MarkReference) => {
    const source = await sourceOf(sessions, reference);
    const wanted = wantedWords(source, reference);
    const type = wanted.type ?? (await pickLayer(source.session.uri, vscode.l10n.t('Mark all “{0}” as', wanted.words)));
    if (!type) return;
    const places = unmarkedPlaces(source.session, wanted.words, type);
    if (places.length === 0) {
      throw new Refusal(vscode.l10n.t('Every “{0}” in this source is marked so already.', wanted.words));
    }
    const chosen = await ask(preview, source, wanted.words, places);
    if (chosen.length === 0) return;
    await annotate(
      source.session,
      type,
      chosen.map((place) => [place]),
    );
    vscode.window.setStatusBarMessage(vscode.l10n.t('{0} occurrences marked.', chosen.length), 4_000);
  });
}

function wantedWords(source: ActiveSource, reference?: MarkReference): { words: string; type?: LayerId } {
  const { session } = source;
  const selected = selectedParts(source);
  const mark = reference ? resolveMark(session, reference) : undefined;
  if (!mark && selected.length === 1) {
    const same = session.marks.find(({ parts }) => parts.length === 1 && sameRange(parts[0]!, selected[0]!));
    return { words: wordsAt(session.text, selected), ...(same && { type: typeOf(same) }) };
  }
  const here = mark ?? session.marksAt(cursorOffset(source)).find(({ parts }) => parts.length === 1);
  if (here) return { words: wordsAt(session.text, here.parts), type: typeOf(here) };
  const word = wordAt(session.text, cursorOffset(source));
  if (!word) throw new Refusal(vscode.l10n.t('Put the cursor on the words whose occurrences you want to mark.'));
  return { words: wordsAt(session.text, [word]) };
}

/** Whole-word places that no annotation of this type stands on or overlaps. */
function unmarkedPlaces(session: SourceSession, words: string, type: LayerId): Range[] {
  const { text } = session;
  const taken = session.marks.flatMap((mark) =>
    mark.kind === 'annotation' && mark.annotation.type === type ? mark.parts : [],
  );
  return findExact(text, { exact: words }).filter(
    (place) =>
      !isLetter(text, place.start - 1) &&
      !isLetter(text, place.end) &&
      !taken.some((range) => overlaps(range, place)) &&
      !annotationOn(session, type, [place]),
  );
}

function isLetter(text: string, offset: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(offset));
}

async function ask(
  preview: PlacesPreview,
  { session }: ActiveSource,
  words: string,
  places: readonly Range[],
): Promise<Range[]> {
  const { document, text } = session;
  const rows = places.map((place) => ({
    ...inContext(text, [place]),
    description: vscode.l10n.t('line {0}', document.positionAt(place.start).line + 1),
    range: rangeIn(document, place),
    ticked: true,
    place,
  }));
  const title = vscode.l10n.t('Mark these occurrences of “{0}”', words);
  const label = vscode.workspace.asRelativePath(session.uri);
  const chosen = await preview.ask({ title, sources: [{ uri: session.uri, label, places: rows }] });
  return (chosen ?? []).map(({ place }) => place);
}
