import * as vscode from 'vscode';
import { carry } from '../../core/anchoring';
import type { Annotation } from '../../core/annotation/annotation';
import type { LanguageCode } from '../../core/text/language';
import { hull } from '../../core/text/range';
import type { SidecarEdit } from '../../core/sidecar';
import { withTranslation, type TranslationFields } from '../../core/translation';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import type { Corpus } from '../corpus/corpus';
import type { Glossaries } from '../corpus/glossaries';
import { sameUri } from '../files/text-file';
import { inContext, type PlacesPreview, type PreviewPlace, type PreviewSource } from '../form/places-preview';
import type { SourceChange } from '../session/corpus-history';
import type { EditableSource } from '../session/editable-source';
import { newAnnotation, revised, stamp } from '../session/entries';
import { inverse } from '../session/history';
import { requireAuthor } from '../session/judgement';
import { markFor, sourceOf, type MarkReference } from '../session/mark-reference';
import { languageAt } from '../session/passage-language';
import type { Sessions } from '../session/sessions';
import { positionsIn } from '../session/text-positions';
import { finderFor, occurrencesIn, termOf, type Occurrence, type Wanted } from './occurrences';
import { showInformation, unlinked } from '../messages';

interface Place extends PreviewPlace {
  readonly occurrence: Occurrence;
}

interface FoundSource extends PreviewSource<Place> {
  readonly text: string;
}

/** What is applied: the rendering of a note, or of a term of the glossary. */
type Applied = Pick<Annotation, 'rendering' | 'literal' | 'authority'>;

/** A row of the Glossary view: a term by the name of its entry. */
interface TermReference {
  readonly glossary: string;
  readonly key: string;
}

/**
 * `Apply Rendering to All Occurrences`: every place of the workspace where a note's words stand, in any of their forms, is
 * shown to be ticked; the ticked ones get the rendering, as one step that can be taken back. The same for a term of the glossary,
 * in its folder.
 */
export function registerApplyToAll(
  commands: Commands,
  sessions: Sessions,
  corpus: Corpus,
  glossaries: Glossaries,
  preview: PlacesPreview,
): vscode.Disposable {
  return vscode.Disposable.from(
    commands.register(COMMANDS.applyToAll, (reference?: MarkReference | TermReference) =>
      preview.during(async () => {
        const isTerm = reference !== undefined && 'glossary' in reference;
        const asked = isTerm ? await askOfTerm(glossaries, reference) : await askOfNote(sessions, reference);
        if (asked) await applyToAll(sessions, corpus, preview, asked.wanted, asked.applied);
      }),
    ),
    commands.register(COMMANDS.applyPlaces, (pressedIn?: unknown) =>
      pressedIn === 'text' ? preview.focus() : preview.apply(),
    ),
    commands.register(COMMANDS.cancelPlaces, () => preview.cancel()),
    commands.register(COMMANDS.togglePlace, () => preview.toggle()),
  );
}

interface Asked {
  readonly wanted: Wanted;
  readonly applied: Applied;
}

async function askOfNote(sessions: Sessions, reference: MarkReference | undefined): Promise<Asked | undefined> {
  const source = await sourceOf(sessions, reference);
  const mark = await markFor(
    source,
    reference,
    (each) => each.kind === 'annotation' && each.annotation.rendering !== undefined,
    vscode.l10n.t('Put the cursor on a passage that you have rendered.'),
  );
  if (mark?.kind !== 'annotation') return undefined;
  const { annotation: note } = mark;
  const { session } = source;
  const wanted: Wanted = {
    term: termOf(note),
    language: languageAt(session, session.placementOf(note.id)?.parts ?? []),
    rendering: note.rendering ?? '',
    origin: { uri: session.uri, id: note.id },
  };
  return { wanted, applied: note };
}

/** Asks which rendering where the term has several. */
async function askOfTerm(glossaries: Glossaries, { glossary, key }: TermReference): Promise<Asked | undefined> {
  const file = glossaries.at(vscode.Uri.parse(glossary, true));
  const term = file?.parsed.termNamed(key);
  if (!file || !term) throw new Refusal(vscode.l10n.t('The glossary no longer has this term.'));
  const [only, another] = term.renderings;
  if (only === undefined) throw new Refusal(vscode.l10n.t('The glossary has no rendering of “{0}”.', term.term));
  const rendering =
    another === undefined
      ? only
      : await vscode.window.showQuickPick([...term.renderings], { title: vscode.l10n.t('Which rendering?') });
  if (rendering === undefined) return undefined;
  const { term: words, language, literal } = term;
  return {
    wanted: {
      term: words,
      language: language.slice(0, 2).toLowerCase() as LanguageCode,
      rendering,
      folder: file.folder.uri,
    },
    applied: { rendering, ...(literal && { literal }) },
  };
}

async function applyToAll(
  sessions: Sessions,
  corpus: Corpus,
  preview: PlacesPreview,
  wanted: Wanted,
  applied: Applied,
): Promise<void> {
  const found = await findAll(sessions, corpus, wanted);
  if (!found) {
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('Stopped looking for “{0}”: nothing was rendered.', wanted.term),
      6_000,
    );
    return;
  }
  if (found.every(({ places }) => places.every(({ ticked }) => ticked === undefined))) {
    throw new Refusal(
      found.length === 0
        ? wanted.origin
          ? vscode.l10n.t('“{0}” stands nowhere else in the sources of this workspace.', wanted.term)
          : vscode.l10n.t('“{0}” stands in none of the sources.', wanted.term)
        : vscode.l10n.t('“{0}” is rendered so wherever it stands.', wanted.term),
    );
  }
  const title = vscode.l10n.t('“{0}” → “{1}”', wanted.term, wanted.rendering);
  const chosen = await preview.ask({ title, sources: found });
  if (!chosen || chosen.length === 0) return;
  const ticked = new Set(chosen);
  await write(
    sessions,
    found.map((each) => ({ ...each, places: each.places.filter((place) => ticked.has(place)) })),
    wanted,
    applied,
  );
}

/** The places in every source, in the order of their paths; `undefined` when the researcher stopped the search. */
function findAll(sessions: Sessions, corpus: Corpus, wanted: Wanted): Thenable<FoundSource[] | undefined> {
  const title = unlinked(vscode.l10n.t('Looking for “{0}”…', wanted.term));
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      if (!(await corpus.ready(token, (read, all) => progress.report({ message: `${read}/${all}` })))) return undefined;
      const finder = finderFor(wanted);
      const found: FoundSource[] = [];
      const sources = corpus.sources().filter(({ uri }) => isWithin(uri, wanted.folder));
      for (const [k, source] of sources.entries()) {
        if (token.isCancellationRequested) return undefined;
        progress.report({ increment: 100 / sources.length, message: `${k + 1}/${sources.length}` });
        const text = (await corpus.textOf(source.uri).catch(() => undefined))?.replace(/^\ufeff/, '');
        if (text === undefined) continue;
        const occurrences = await occurrencesIn(corpus, sessions, source, text, finder, wanted);
        if (occurrences.length === 0) continue;
        const position = positionsIn(text);
        const places = occurrences.map((occurrence) => placeOf(text, position, occurrence, wanted.rendering));
        found.push({ uri: source.uri, label: source.path, text, places });
      }
      return found;
    },
  );
}

function isWithin(uri: vscode.Uri, folder: vscode.Uri | undefined): boolean {
  const own = vscode.workspace.getWorkspaceFolder(uri);
  return folder === undefined || (own !== undefined && sameUri(own.uri, folder));
}

function placeOf(
  text: string,
  position: (offset: number) => vscode.Position,
  occurrence: Occurrence,
  rendering: string,
): Place {
  const { start, end } = hull(occurrence.parts);
  const present = occurrence.rendered?.rendering;
  const isDone = present === rendering;
  return {
    ...inContext(text, occurrence.parts),
    occurrence,
    description: wordOccurrence(occurrence, isDone),
    range: new vscode.Range(position(start), position(end)),
    ...(isDone ? {} : { ticked: present === undefined }),
  };
}

function wordOccurrence({ kind, rendered }: Occurrence, isDone: boolean): string {
  const form = kind === 'exact' ? vscode.l10n.t('same words') : vscode.l10n.t('another form');
  if (isDone) return vscode.l10n.t('{0}, rendered so already', form);
  return rendered ? vscode.l10n.t('{0}, has a note: “{1}”', form, rendered.rendering ?? '') : form;
}

async function write(
  sessions: Sessions,
  sources: readonly FoundSource[],
  { term, rendering }: Wanted,
  applied: Applied,
): Promise<void> {
  const author = await requireAuthor();
  const ticked = sources.filter(({ places }) => places.length > 0);
  const total = ticked.reduce((sum, { places }) => sum + places.length, 0);
  const done: SourceChange[] = [];
  const failed: string[] = [];
  let written = 0;
  const stopped = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: unlinked(vscode.l10n.t('Applying “{0}”…', rendering)),
      cancellable: true,
    },
    async (progress, token) => {
      for (const source of ticked) {
        if (token.isCancellationRequested) break;
        try {
          const change = await sessions.edit(source.uri, (each) => applyTo(each, source, author, applied));
          done.push(change);
          written += change.redo.length;
        } catch (error) {
          failed.push(`${source.label}: ${error instanceof Error ? error.message : String(error)}`);
        }
        progress.report({ increment: (100 * source.places.length) / total, message: `${written}/${total}` });
      }
      return token.isCancellationRequested;
    },
  );
  sessions.corpusHistory.record({
    label: vscode.l10n.t('“{0}” rendered as “{1}” in {2} places', term, rendering, written),
    sources: done,
  });
  tellOutcome(written, total, stopped, failed);
}

/** Renders the places of one source; those whose words are gone by now are passed over. */
async function applyTo(
  source: EditableSource,
  found: FoundSource,
  author: string,
  applied: Applied,
): Promise<SourceChange> {
  const targets = found.places.map(({ occurrence }) => occurrence.parts);
  const present =
    source.text === found.text
      ? targets
      : carry(found.text, source.text, targets).map(({ parts, changed }) => (changed ? undefined : parts));
  const places = found.places.flatMap(({ occurrence }, k) => {
    const parts = present[k];
    return parts ? [{ occurrence, parts }] : [];
  });
  const annotations = new Map(source.set.annotations.map((annotation) => [annotation.id, annotation]));
  const bare = places.filter(({ occurrence }) => !annotations.has(occurrence.annotation?.id ?? ''));
  const selectors = await source.describe(bare.map(({ parts }) => parts));
  const made = bare.map(({ occurrence, parts }, k) => ({
    parts,
    annotation: newAnnotation(author, 'note', selectors[k]!, fieldsFor(occurrence, applied)),
  }));
  const edits = [
    ...places.flatMap(({ occurrence }): SidecarEdit[] => {
      const annotation = annotations.get(occurrence.annotation?.id ?? '');
      if (!annotation) return [];
      const next = withTranslation(annotation, fieldsFor(occurrence, applied), stamp(author));
      return [{ kind: 'update-annotation', annotation: revised(next, author, {}) }];
    }),
    ...made.map(({ annotation }): SidecarEdit => ({ kind: 'add-annotation', annotation })),
  ];
  const undo = inverse(edits, source.set);
  if (edits.length > 0)
    await source.change(edits, new Map(made.map(({ annotation, parts }) => [annotation.id, parts])));
  return { uri: source.uri, undo, redo: edits };
}

/** What another form says word for word is another thing, and may need another wording: it gets the rendering alone. */
function fieldsFor({ kind }: Occurrence, { rendering, literal, authority }: Applied): TranslationFields {
  return {
    rendering: rendering ?? '',
    ...(kind === 'exact' && literal && { literal }),
    ...(authority && { authority }),
  };
}

function tellOutcome(written: number, total: number, stopped: boolean, failed: readonly string[]): void {
  const undo = vscode.l10n.t('Undo');
  const message = stopped
    ? vscode.l10n.t('Stopped: {0} of {1} places are rendered, and stay so unless you undo it.', written, total)
    : vscode.l10n.t('{0} places are rendered.', written);
  if (stopped && written === 0) {
    void showInformation(vscode.l10n.t('Stopped: nothing was rendered.'));
  } else if (written > 0) {
    void showInformation(message, undo).then((chosen) => {
      if (chosen === undo) return vscode.commands.executeCommand(COMMANDS.undo);
      return undefined;
    });
  }
  if (failed.length > 0) {
    throw new Refusal(vscode.l10n.t('{0} sources could not be written. {1}', failed.length, failed[0] ?? ''));
  }
}
