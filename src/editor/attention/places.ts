import * as vscode from 'vscode';
import type { Candidate, Placement } from '../../core/anchoring';
import type { Annotation } from '../../core/annotation/annotation';
import { hull, type Range } from '../../core/text/range';
import { Refusal } from '../commands';
import { words, wordsAt } from '../session/judgement';
import { likelyPlaces, likeness } from '../session/likely-places';
import type { MarkReference } from '../session/mark-reference';
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

/** The annotation that a command is about: the one referred to, else the only one that waits, else the answer to `question`. */
export async function waitingFor(
  session: SourceSession,
  reference: PlaceReference | undefined,
  question: string,
  fits: (waiting: Waiting) => boolean = () => true,
): Promise<Waiting | undefined> {
  if (reference && 'id' in reference) {
    const annotation = session.annotation(reference.id);
    const placement = session.placementOf(reference.id);
    if (!annotation || !placement) throw new Refusal(vscode.l10n.t('This annotation is not there any more.'));
    return { annotation, placement };
  }
  const waiting = session.attention.filter(fits);
  if (waiting.length === 0) {
    throw new Refusal(vscode.l10n.t('No annotation of this source needs attention: all are on their words.'));
  }
  if (waiting.length === 1) return waiting[0];
  const chosen = await vscode.window.showQuickPick(
    waiting.map((each) => ({
      label: rowLabel(words(each.annotation)),
      description: wordPlacement(each.placement) ?? '',
      detail: each.annotation.rendering ?? '',
      each,
    })),
    { title: question, matchOnDetail: true },
  );
  return chosen?.each;
}
