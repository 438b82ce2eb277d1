import * as vscode from 'vscode';
import { DecisionMemory, decisionsOf, type FittingDecision } from '../../core/translation';
import { words, wordsAt } from '../session/judgement';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import type { TranslationTarget } from '../session/translation';
import { wordState } from '../wording/wording';
import type { Offer } from './one-line-input';

/** How many earlier renderings are offered. */
const OFFERS = 5;

/** The rendering decisions of this source and of the other open sources in its language, this source's own first. */
export function decisionMemory(sessions: Sessions, session: SourceSession): DecisionMemory {
  const others = sessions.all.filter((other) => other !== session && other.language === session.language);
  const decisions = [session, ...others].flatMap((each) => decisionsOf(each.set.annotations));
  return new DecisionMemory(decisions, session.language);
}

/** Renderings that were decided on for the same words before, each once, saying how the words match and whose it is. */
export function earlierRenderings(sessions: Sessions, session: SourceSession, target: TranslationTarget): Offer[] {
  const passage = wordsAt(target.text, target.parts).replaceAll(' … ', ' ');
  const offers = new Map<string, Offer>();
  for (const fitting of decisionMemory(sessions, session).fitting(passage)) {
    const { annotation } = fitting.decision;
    if (annotation.id === target.annotation?.id || offers.has(annotation.rendering)) continue;
    offers.set(annotation.rendering, { value: annotation.rendering, description: wordFitting(fitting) });
    if (offers.size === OFFERS) break;
  }
  return [...offers.values()];
}

function wordFitting({ kind, decision: { annotation } }: FittingDecision): string {
  const state = wordState(annotation.state);
  return kind === 'exact'
    ? vscode.l10n.t('the same words, {0}, {1}', annotation.author, state)
    : vscode.l10n.t('another form: “{0}”, {1}, {2}', words(annotation), annotation.author, state);
}
