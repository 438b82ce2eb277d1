import * as vscode from 'vscode';
import type { Decision, FittingDecision, FittingTerm, SimilarDecision } from '../../core/translation';
import type { Decisions } from '../corpus/decisions';
import { words, wordsAt } from '../session/judgement';
import type { SourceSession } from '../session/source-session';
import type { TranslationTarget } from '../session/translation';
import { wordState } from '../wording/wording';
import type { Offer } from './one-line-input';

/** How many renderings are offered. */
const OFFERS = 5;

/**
 * Renderings of the same words, each once: first those of the glossary, then those that were decided on before, and behind
 * them those of words like these, saying how the words match and whose it is.
 */
export function earlierRenderings(decisions: Decisions, session: SourceSession, target: TranslationTarget): Offer[] {
  const passage = wordsAt(target.text, target.parts).replaceAll(' … ', ' ');
  const offers = new Map<string, Offer>();
  for (const fitting of decisions.inGlossary(session, target.parts, passage)) {
    for (const value of fitting.term.renderings) {
      if (!offers.has(value)) offers.set(value, { value, ...wordTerm(fitting) });
    }
  }
  const offer = ({ annotation }: Decision, description: string, toEdit: boolean): void => {
    if (annotation.id === target.annotation?.id || offers.has(annotation.rendering) || offers.size >= OFFERS) return;
    offers.set(annotation.rendering, { value: annotation.rendering, description, toEdit });
  };
  for (const fitting of decisions.fitting(session, target.parts, passage)) {
    offer(fitting.decision, wordFitting(session, fitting), false);
  }
  for (const similar of decisions.alike(session, target.parts, passage)) {
    offer(similar.decision, wordSimilar(similar), true);
  }
  return [...offers.values()];
}

/** That it is the glossary's, for which form of the words, and why. */
function wordTerm({ kind, term }: FittingTerm): Pick<Offer, 'description' | 'detail'> {
  const description =
    kind === 'exact' ? vscode.l10n.t('from the glossary') : vscode.l10n.t('from the glossary: “{0}”', term.term);
  const detail = term.explanation?.replace(/\s+/g, ' ').trim();
  return detail ? { description, detail } : { description };
}

/** How the words match, who rendered them, and where when that was in another source. */
function wordFitting(session: SourceSession, { kind, decision: { annotation, source } }: FittingDecision): string {
  const state = wordState(annotation.state);
  const said =
    kind === 'exact'
      ? vscode.l10n.t('the same words, {0}, {1}', annotation.author, state)
      : vscode.l10n.t('another form: “{0}”, {1}, {2}', words(annotation), annotation.author, state);
  if (source === session.uri.toString()) return said;
  return vscode.l10n.t('{0}, in {1}', said, vscode.workspace.asRelativePath(vscode.Uri.parse(source, true)));
}

function wordSimilar({ likeness: { here, there }, decision: { annotation } }: SimilarDecision): string {
  const whose = `${annotation.author}, ${wordState(annotation.state)}`;
  if (there.length === 0) return vscode.l10n.t('similar, without “{0}”, {1}', here.join(' '), whose);
  if (here.length === 0) return vscode.l10n.t('similar, with “{0}” too, {1}', there.join(' '), whose);
  return vscode.l10n.t('similar: “{0}” instead of “{1}”, {2}', there.join(' '), here.join(' '), whose);
}
