import * as vscode from 'vscode';
import type { Annotation, LayerId, RejectionScope } from '../../core/annotation/annotation';
import type { Mention } from '../../core/recognition';
import type { SidecarEdit } from '../../core/sidecar';
import { hull, sameRange, type Range } from '../../core/text/range';
import { Refusal } from '../commands';
import { COMMANDS } from '../contributions';
import { layerOf, layersFor } from '../layers/layers';
import { askAuthor } from './author';
import { chargeDetails, newAnnotation, newRejection, revised } from './entries';
import type { SourceSession } from './source-session';
import { positionsIn } from './text-positions';

/** The author's name, or a refusal that says why one is needed. */
export async function requireAuthor(): Promise<string> {
  const author = await askAuthor();
  if (!author) throw new Refusal(vscode.l10n.t('Annotations need the name of their author: nothing was changed.'));
  return author;
}

/** Refuses, with the ways out, when the source's sidecar can't be written. */
export function requireWritable(session: SourceSession): void {
  const { sidecar, parsed } = session;
  if (sidecar.writable) return;
  const fault = parsed.problems.find(({ severity }) => severity === 'error');
  const at = positionsIn(parsed.text)(fault?.range?.start ?? 0);
  const reason = sidecar.unreadableBecause ?? fault?.message ?? '';
  throw new Refusal(
    sidecar.unreadableBecause === undefined && fault?.code === 'syntax'
      ? vscode.l10n.t(
          'The annotation file of this source can’t be read from line {0} on, so nothing is written to it: {1}. Mend it there or just before, or restore an earlier version.',
          at.line + 1,
          reason.replace(/\.$/, ''),
        )
      : vscode.l10n.t('The annotation file of this source can’t be read, so nothing is written to it: {0}', reason),
    [
      {
        label: vscode.l10n.t('Open Annotation File'),
        run: () => vscode.window.showTextDocument(sidecar.uri, { preview: false, selection: new vscode.Range(at, at) }),
      },
      {
        label: vscode.l10n.t('Restore Annotations…'),
        run: () => vscode.commands.executeCommand(COMMANDS.restoreAnnotations),
      },
    ],
  );
}

/** Makes an annotation of each target, as one undoable change; answers their ids. */
export async function annotate(
  session: SourceSession,
  type: LayerId,
  targets: readonly (readonly Range[])[],
  body: Partial<Annotation> = {},
): Promise<Annotation[]> {
  requireWritable(session);
  const author = await requireAuthor();
  const selectors = await session.describe(targets);
  const made = selectors.map((selector) => newAnnotation(author, type, selector, body));
  const label = vscode.l10n.t(
    'Mark as {0}: {1}',
    layerOf(type, layersFor(session.uri)).label,
    summary(made.map(words)),
  );
  session.change(
    label,
    made.map((annotation): SidecarEdit => ({ kind: 'add-annotation', annotation })),
    new Map(made.map((annotation, k) => [annotation.id, targets[k]!])),
  );
  return made;
}

/** Confirms suggestions as they stand, or as another type; as one undoable change. */
export async function accept(
  session: SourceSession,
  mentions: readonly Mention[],
  type?: LayerId,
): Promise<Annotation[]> {
  if (mentions.length === 0) return [];
  requireWritable(session);
  const author = await requireAuthor();
  const selectors = await session.describe(mentions.map((mention) => [mention]));
  const text = session.text;
  const made = mentions.map((mention, k) => {
    const charge = (type ?? mention.type) === 'charge' ? chargeDetails(mention, text) : undefined;
    return newAnnotation(author, type ?? mention.type, selectors[k]!, charge ? { charge } : {});
  });
  session.change(
    vscode.l10n.t('Accept {0}', summary(made.map(words))),
    made.map((annotation): SidecarEdit => ({ kind: 'add-annotation', annotation })),
    new Map(made.map((annotation, k) => [annotation.id, [mentions[k]!]])),
  );
  return made;
}

/** Turns a suggestion down, here or in the whole source; charges are turned down here unless told otherwise. */
export async function reject(session: SourceSession, mention: Mention, scope: RejectionScope): Promise<void> {
  requireWritable(session);
  const author = await requireAuthor();
  const [selector] = await session.describe([[mention]]);
  const rejection = newRejection(author, mention.type, selector!, scope);
  session.change(
    vscode.l10n.t('Reject {0}', summary([words(rejection)])),
    [{ kind: 'add-rejection', rejection }],
    new Map([[rejection.id, [mention]]]),
  );
}

/** Changes fields of an annotation, as one undoable change. */
export async function revise(
  session: SourceSession,
  label: string,
  annotation: Annotation,
  fields: Partial<Annotation>,
): Promise<void> {
  requireWritable(session);
  const author = await requireAuthor();
  session.change(label, [{ kind: 'update-annotation', annotation: revised(annotation, author, fields) }]);
}

/** Puts an annotation on other words: writes a new selector. */
export async function moveTo(
  session: SourceSession,
  label: string,
  annotation: Annotation,
  parts: readonly Range[],
): Promise<void> {
  requireWritable(session);
  const author = await requireAuthor();
  const [selector] = await session.describe([parts]);
  const { kept: _kept, ...rest } = annotation;
  session.change(
    label,
    [{ kind: 'update-annotation', annotation: revised(rest, author, { selector: selector! }) }],
    new Map([[annotation.id, parts]]),
  );
}

/** Deletes annotations, as one undoable change. Replies by others stay in their authors' sections. */
export function remove(session: SourceSession, annotations: readonly Annotation[]): void {
  requireWritable(session);
  session.change(
    vscode.l10n.t('Delete {0}', summary(annotations.map(words))),
    annotations.map(({ id }): SidecarEdit => ({ kind: 'remove-annotation', id })),
  );
}

/** The annotation of this type on exactly these parts, if there is one that the researcher may see. */
export function annotationOn(session: SourceSession, type: LayerId, parts: readonly Range[]): Annotation | undefined {
  return annotationsOn(session, type, parts)[0];
}

/** The same of each author: equal words may be annotated by several. */
export function annotationsOn(session: SourceSession, type: LayerId, parts: readonly Range[]): readonly Annotation[] {
  return session.shown.filter((annotation) => {
    const placed = session.placementOf(annotation.id)?.parts;
    return (
      annotation.type === type &&
      placed?.length === parts.length &&
      placed.every((part, k) => sameRange(part, parts[k]!))
    );
  });
}

/** The words of an entry, parts joined as a reader would. */
export function words(entry: Pick<Annotation, 'selector'>): string {
  return entry.selector.quote.join(' … ');
}

/** The words of a target in a text. */
export function wordsAt(text: string, parts: readonly Range[]): string {
  return parts.map((part) => text.slice(part.start, part.end)).join(' … ');
}

/** Where a target begins and ends. */
export function extentOf(parts: readonly Range[]): Range {
  return hull(parts);
}

function summary(quotes: readonly string[]): string {
  const first = quotes[0] ?? '';
  const short = first.length > 60 ? `${first.slice(0, 59)}…` : first;
  return quotes.length > 1 ? vscode.l10n.t('“{0}” and {1} more', short, quotes.length - 1) : `“${short}”`;
}
