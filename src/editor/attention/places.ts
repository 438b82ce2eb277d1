import * as vscode from 'vscode';
import type { Candidate, Placement } from '../../core/anchoring';
import type { Annotation } from '../../core/annotation/annotation';
import { hull, type Range } from '../../core/text/range';
import { Refusal } from '../commands';
import { words, wordsAt } from '../session/judgement';
import { likelyPlaces, likeness } from '../session/likely-places';
import type { MarkReference } from '../session/mark-reference';
import { fileName } from '../session/source-files';
import type { SourceSession } from '../session/source-session';
import { rowLabel, wordPlacement } from '../wording/source-wording';

/** An annotation without a certain place, or one of the places where it may stand. */
export type PlaceReference = MarkReference & {
  /** Index into the candidates of the annotation's placement. */
  readonly candidate?: number;
};

/** An annotation that a person has to look at. */
export interface Waiting {
  readonly annotation: Annotation;
  readonly placement: Placement;
}

/** Characters of context on each side of a place. */
const CONTEXT = 40;

/** The words at a place with what stands around them, on one line; the words between quotation marks. */
export function inContext(text: string, parts: readonly Range[]): string {
  const { start, end } = hull(parts);
  const before = `${start > CONTEXT ? '…' : ''}${text.slice(Math.max(0, start - CONTEXT), start)}`;
  const after = `${text.slice(end, end + CONTEXT)}${end + CONTEXT < text.length ? '…' : ''}`;
  const line = `${before}“${text.slice(start, end)}”${after}`;
  return line.replace(/\s+/g, ' ');
}

/**
 * The places that may be offered for an annotation: where it stands changed, scored by how much of its words is left, or
 * where it may stand, the likeliest first.
 */
export function offeredPlaces(text: string, { annotation, placement }: Waiting): readonly Candidate[] {
  const { parts } = placement;
  if (parts) return [{ parts, score: likeness(words(annotation), wordsAt(text, parts)) }];
  return likelyPlaces(placement);
}

/** Refuses when the text has become another one while a question was open: the places that were shown are not there any more. */
export function requireUnchanged(session: SourceSession, text: string): void {
  if (session.text === text) return;
  throw new Refusal(
    vscode.l10n.t('{0} has changed meanwhile, so nothing was placed. Please look again.', fileName(session.uri)),
  );
}

/** Annotations that stay in the file although their words are gone, as the researcher wanted: only for placing by hand after all. */
export function keptWithoutPlace(session: SourceSession): readonly Waiting[] {
  return session.shown.flatMap((annotation) => {
    const placement = annotation.kept ? session.placementOf(annotation.id) : undefined;
    return placement && !placement.parts ? [{ annotation, placement }] : [];
  });
}

/** The annotation that a command is about: the one referred to, else the only one of `candidates`, else the answer to `question`. */
export async function waitingFor(
  session: SourceSession,
  reference: PlaceReference | undefined,
  question: string,
  candidates: readonly Waiting[] = session.attention,
): Promise<Waiting | undefined> {
  if (reference && 'id' in reference) {
    const annotation = session.annotation(reference.id);
    const placement = session.placementOf(reference.id);
    if (!annotation || !placement) throw new Refusal(vscode.l10n.t('This annotation is not there any more.'));
    return { annotation, placement };
  }
  if (candidates.length === 0) throw new Refusal(whyNone(session));
  if (candidates.length === 1) return candidates[0];
  const chosen = await vscode.window.showQuickPick(
    candidates.map((each) => ({
      label: rowLabel(words(each.annotation)),
      description: wordPlacement(each.placement) ?? '',
      detail: each.annotation.rendering ?? '',
      each,
    })),
    { title: question, matchOnDetail: true },
  );
  return chosen?.each;
}

function whyNone(session: SourceSession): string {
  if (session.attention.length > 0) return vscode.l10n.t('No annotation that waits in this source can be placed so.');
  return keptWithoutPlace(session).length > 0
    ? vscode.l10n.t('No annotation of this source waits: all are on their words, or kept without a place.')
    : vscode.l10n.t('No annotation of this source needs attention: all are on their words.');
}
