import * as vscode from 'vscode';
import type { SidecarEdit } from '../../core/sidecar';
import type { Range } from '../../core/text/range';
import { Refusal } from '../commands';
import { requireAuthor, requireWritable, words, wordsAt } from '../session/judgement';
import { changesMeaning } from '../session/likely-places';
import { revised } from '../session/entries';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { rowLabel } from '../wording/source-wording';
import { inContext, offeredPlaces, type Waiting } from './places';

/** Least likeness of the places that are offered, in percent; the researcher chooses among these. */
const LEAST_SCORES = [95, 90, 80, 70, 50];

interface Proposal extends Waiting {
  readonly session: SourceSession;
  readonly parts: readonly Range[];
  readonly score: number;
}

/** `Accept Likely Places`: the best place of each annotation that waits, above a score, previewed before it is taken. */
export async function acceptCandidates(sessions: Sessions): Promise<void> {
  const proposals = sessions.all.flatMap(proposalsOf).sort((a, b) => b.score - a.score);
  if (proposals.length === 0) {
    throw new Refusal(vscode.l10n.t('No annotation of the open sources has a likely place to accept.'));
  }
  const least = await chooseScore(proposals);
  if (least === undefined) return;
  const chosen = await preview(proposals.filter(({ score }) => score >= least));
  for (const session of new Set(chosen.map((each) => each.session))) {
    await take(
      session,
      chosen.filter((each) => each.session === session),
    );
  }
  if (chosen.length > 0) {
    const told =
      chosen.length === 1
        ? vscode.l10n.t('The annotation is in place.')
        : vscode.l10n.t('{0} annotations are in place.', chosen.length);
    vscode.window.setStatusBarMessage(told, 4_000);
  }
}

function proposalsOf(session: SourceSession): Proposal[] {
  return session.attention.flatMap((waiting) => {
    const best = offeredPlaces(session.text, waiting)[0];
    return best ? [{ ...waiting, session, parts: best.parts, score: best.score }] : [];
  });
}

async function chooseScore(proposals: readonly Proposal[]): Promise<number | undefined> {
  const items = LEAST_SCORES.map((percent) => ({
    percent,
    count: proposals.filter(({ score }) => score >= percent / 100).length,
  }))
    .filter(({ count }, k, all) => count > 0 && count !== all[k - 1]?.count)
    .map(({ percent, count }) => ({
      label: vscode.l10n.t('At least {0} % alike', percent),
      description: count === 1 ? vscode.l10n.t('one annotation') : vscode.l10n.t('{0} annotations', count),
      least: percent / 100,
    }));
  if (items.length === 0) return 0;
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('How alike must a place be? You see them all before anything is written.'),
  });
  return chosen?.least;
}

async function preview(proposals: readonly Proposal[]): Promise<readonly Proposal[]> {
  const items = proposals.map((proposal) => {
    const { session, parts, annotation } = proposal;
    const differs = changesMeaning(words(annotation), wordsAt(session.text, parts));
    const alike = vscode.l10n.t('{0} % alike', Math.round(proposal.score * 100));
    return {
      label: rowLabel(words(annotation)),
      description: differs ? `${alike} · ${vscode.l10n.t('a number or a negation is another')}` : alike,
      detail: inContext(session.text, parts),
      picked: !differs,
      proposal,
    };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    matchOnDetail: true,
    title: vscode.l10n.t('Put these annotations here'),
    placeHolder: vscode.l10n.t('Untick those that don’t belong there, then press Enter.'),
  });
  return (chosen ?? []).map(({ proposal }) => proposal);
}

/** One undoable change a source. */
async function take(session: SourceSession, proposals: readonly Proposal[]): Promise<void> {
  requireWritable(session);
  const author = await requireAuthor();
  const selectors = await session.describe(proposals.map(({ parts }) => parts));
  const edits = proposals.map(({ annotation }, k): SidecarEdit => {
    const { kept: _kept, ...rest } = annotation;
    return { kind: 'update-annotation', annotation: revised(rest, author, { selector: selectors[k]! }) };
  });
  session.change(
    vscode.l10n.t('Accept {0} likely places', proposals.length),
    edits,
    new Map(proposals.map(({ annotation, parts }) => [annotation.id, parts])),
  );
}
