import * as vscode from 'vscode';
import type { SidecarEdit } from '../../core/sidecar';
import type { Range } from '../../core/text/range';
import { Refusal } from '../commands';
import type { SourceChange } from '../session/corpus-history';
import { inverse } from '../session/history';
import { requireAuthor, requireWritable, words, wordsAt } from '../session/judgement';
import { changesMeaning } from '../session/likely-places';
import { revised } from '../session/entries';
import type { Sessions } from '../session/sessions';
import { fileName } from '../session/source-files';
import type { SourceSession } from '../session/source-session';
import { rowLabel } from '../wording/source-wording';
import { inContext, offeredPlaces, requireUnchanged, type Waiting } from './places';

/** Least likeness of the places that are offered, in percent; the researcher chooses among these. */
const LEAST_SCORES = [95, 90, 80, 70, 50];

/** A place that stands out from the next one by less than this is one of several (the margin of ANCHORING.md). */
const MARGIN = 0.08;

interface Proposal extends Waiting {
  readonly session: SourceSession;
  /** The text that `parts` are offsets of. */
  readonly text: string;
  readonly parts: readonly Range[];
  readonly score: number;
  /** How many places are about as likely; 1 when the best stands out. */
  readonly alternatives: number;
}

/** `Accept Likely Places`: the best place of each annotation that waits, above a score, previewed before it is taken. */
export async function acceptCandidates(sessions: Sessions): Promise<void> {
  const proposals = sessions.all
    .filter(({ sidecar }) => sidecar.writable)
    .flatMap((session) => proposalsOf(session).sort((a, b) => b.score - a.score));
  if (proposals.length === 0) {
    throw new Refusal(
      vscode.l10n.t('No annotation of the open sources has a likely place. One that waits can be placed by hand.'),
    );
  }
  const least = await chooseScore(proposals);
  if (least === undefined) return;
  const chosen = await preview(proposals.filter(({ score }) => score >= least));
  if (chosen.length === 0) return;
  await take(sessions, chosen);
  const told =
    chosen.length === 1
      ? vscode.l10n.t('The annotation is in place.')
      : vscode.l10n.t('{0} annotations are in place.', chosen.length);
  vscode.window.setStatusBarMessage(told, 4_000);
}

function proposalsOf(session: SourceSession): Proposal[] {
  return session.attention.flatMap((waiting) => {
    const places = offeredPlaces(session.text, waiting);
    const best = places[0];
    if (!best) return [];
    const alternatives = places.filter(({ score }) => best.score - score < MARGIN).length;
    return [{ ...waiting, session, text: session.text, parts: best.parts, score: best.score, alternatives }];
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
  const sources = bySource(proposals);
  const items = sources.flatMap(([session, own]) => [
    ...(sources.length > 1 ? [{ label: fileName(session.uri), kind: vscode.QuickPickItemKind.Separator }] : []),
    ...own.map(itemOf),
  ]);
  const chosen = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly proposal?: Proposal }>(items, {
    canPickMany: true,
    matchOnDetail: true,
    title: vscode.l10n.t('Put these annotations here'),
    placeHolder: vscode.l10n.t('Untick those that don’t belong there, then press Enter.'),
  });
  return (chosen ?? []).flatMap(({ proposal }) => proposal ?? []);
}

/** Ticked only where nobody has to choose: another number says something else, and of several like places one is a guess. */
function itemOf(proposal: Proposal): vscode.QuickPickItem & { readonly proposal: Proposal } {
  const { session, parts, annotation, alternatives } = proposal;
  const differs = changesMeaning(words(annotation), wordsAt(session.text, parts));
  const facts = [
    vscode.l10n.t('{0} % alike', Math.round(proposal.score * 100)),
    ...(differs ? [vscode.l10n.t('a number or a negation is another')] : []),
    ...(alternatives > 1 ? [vscode.l10n.t('one of {0} places', alternatives)] : []),
  ];
  return {
    label: rowLabel(words(annotation)),
    description: facts.join(' · '),
    detail: inContext(session.text, parts),
    picked: !differs && alternatives === 1,
    proposal,
  };
}

/** All of it is one undoable change, in however many sources. What can fail is done before the first of them changes. */
async function take(sessions: Sessions, proposals: readonly Proposal[]): Promise<void> {
  const author = await requireAuthor();
  const prepared = await Promise.all(
    bySource(proposals).map(async ([session, own]) => {
      requireWritable(session);
      for (const { text } of own) requireUnchanged(session, text);
      const selectors = await session.describe(own.map(({ parts }) => parts));
      const edits = own.map(({ annotation }, k): SidecarEdit => {
        const { kept: _kept, ...rest } = annotation;
        return { kind: 'update-annotation', annotation: revised(rest, author, { selector: selectors[k]! }) };
      });
      return { session, edits, placed: new Map(own.map(({ annotation, parts }) => [annotation.id, parts])) };
    }),
  );
  const label = vscode.l10n.t('Accept {0} likely places', proposals.length);
  const [only] = prepared;
  if (only && prepared.length === 1) return only.session.change(label, only.edits, only.placed);
  const sources = prepared.map(({ session, edits, placed }): SourceChange => {
    const undo = inverse(edits, session.set);
    session.changeUnrecorded(edits, placed);
    return { uri: session.uri, undo, redo: edits };
  });
  sessions.corpusHistory.record({ label, sources });
}

function bySource(proposals: readonly Proposal[]): [SourceSession, readonly Proposal[]][] {
  const sessions = new Set(proposals.map(({ session }) => session));
  return [...sessions].map((session) => [session, proposals.filter((each) => each.session === session)]);
}
