import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { CONSISTENCY_CODES, type ConsistencyCode } from '../../core/translation';
import { Refusal } from '../commands';
import { askText } from '../form/ask-text';
import { pickMany } from '../form/pick-many';
import { revise, words } from '../session/judgement';
import { sourceOf, type MarkReference } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { cursorOffset } from '../session/target';
import { updateSettingAt } from '../settings/settings';
import { wordRule } from '../wording/consistency-wording';
import { rulesFor } from './checking';
import type { ConsistencyProblems } from './problems';
import { showInformation } from '../messages';

/** An annotation, and the rule that it breaks. */
interface Broken {
  readonly session: SourceSession;
  readonly annotation: Annotation;
  readonly code: ConsistencyCode;
}

/** Says in the annotation file that a note breaks a rule on purpose, and why; from then on it is not reported. */
export async function keepInconsistency(
  sessions: Sessions,
  problems: ConsistencyProblems,
  reference: MarkReference | undefined,
  given: unknown,
): Promise<void> {
  const broken = await brokenAt(sessions, problems, reference, given);
  if (!broken) return;
  const { session, annotation, code } = broken;
  const { value: why, confirmed } = await askText({
    title: vscode.l10n.t('Keep “{0}” so: {1}', annotation.rendering ?? words(annotation), wordRule(code)),
    prompt: vscode.l10n.t('Why is it right here? The reason is kept with the note, and it is not reported again.'),
    value: '',
    validate: (value) =>
      value === ''
        ? { message: vscode.l10n.t('Type a reason.'), severity: vscode.InputBoxValidationSeverity.Error }
        : undefined,
  });
  if (!confirmed || !why) return;
  const present = session.annotation(annotation.id) ?? annotation;
  const accepted = [...(present.accepted ?? []).filter(({ rule }) => rule !== code), { rule: code, why }];
  await revise(session, vscode.l10n.t('Keep “{0}” so', words(present)), present, { accepted });
}

async function brokenAt(
  sessions: Sessions,
  problems: ConsistencyProblems,
  reference: MarkReference | undefined,
  given: unknown,
): Promise<Broken | undefined> {
  const source = await sourceOf(sessions, reference);
  const { session, editor } = source;
  const code = CONSISTENCY_CODES.find((each) => each === given);
  const annotation = reference && 'id' in reference ? session.annotation(reference.id) : undefined;
  if (annotation && code) return { session, annotation, code };
  const here = problems.at(session.uri, new vscode.Range(editor.selection.active, editor.selection.active));
  if (here.length === 0)
    throw new Refusal(vscode.l10n.t('Put the cursor on a passage that is reported as not consistent.'));
  const rows = here.map((shown) => ({ label: wordRule(shown.problem.code), detail: shown.diagnostic.message, shown }));
  const chosen =
    rows.length === 1
      ? rows[0]
      : await vscode.window.showQuickPick(rows, {
          title: vscode.l10n.t('Keep it so, with a reason'),
        });
  return chosen && { session, annotation: chosen.shown.annotation, code: chosen.shown.problem.code };
}

/** Takes back that a note breaks rules on purpose. */
export async function checkAgain(sessions: Sessions, reference: MarkReference | undefined): Promise<void> {
  const source = await sourceOf(sessions, reference);
  const { session } = source;
  const annotation =
    reference && 'id' in reference ? session.annotation(reference.id) : keptAt(session, cursorOffset(source));
  if (!annotation?.accepted)
    throw new Refusal(vscode.l10n.t('Put the cursor on a note that was kept so with a reason.'));
  const { accepted: _accepted, ...rest } = annotation;
  await revise(session, vscode.l10n.t('Check “{0}” again', words(annotation)), rest, {});
}

/** The annotation at an offset that breaks rules on purpose. */
export function keptAt(session: SourceSession, offset: number): Annotation | undefined {
  return session
    .marksAt(offset)
    .flatMap((mark) => (mark.kind === 'annotation' && mark.annotation.accepted?.length ? [mark.annotation] : []))[0];
}

/** Switches a rule off for the folder of a source, or lets the researcher tick the rules; in the folder's settings. */
export async function chooseRules(given: unknown, rule: unknown): Promise<void> {
  const uri =
    typeof given === 'string'
      ? vscode.Uri.parse(given, true)
      : (vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri);
  const present = rulesFor(uri);
  const code = CONSISTENCY_CODES.find((each) => each === rule);
  if (code) {
    await writeRules(uri, new Map([[code, false]]));
    const undo = vscode.l10n.t('Undo');
    const message = vscode.l10n.t('“{0}” is not checked for in this folder any more.', wordRule(code));
    void showInformation(message, undo).then(async (chosen) => {
      if (chosen === undo) await writeRules(uri, new Map([[code, true]]));
    });
    return;
  }
  const rows = CONSISTENCY_CODES.map((each) => ({ label: wordRule(each), picked: present.has(each), code: each }));
  const chosen = await pickMany(
    vscode.l10n.t('What is checked for in this folder'),
    vscode.l10n.t('Tick the rules that hold for the translation notes of this folder.'),
    rows,
  );
  if (!chosen) return;
  const ticked = new Set(chosen.map((row) => row.code));
  const changed = CONSISTENCY_CODES.filter((each) => ticked.has(each) !== present.has(each));
  if (changed.length > 0) await writeRules(uri, new Map(changed.map((each) => [each, ticked.has(each)])));
}

/** The others stay as they are, also those that another level of settings says. */
async function writeRules(uri: vscode.Uri | undefined, rules: ReadonlyMap<ConsistencyCode, boolean>): Promise<void> {
  await updateSettingAt('consistency', uri, (present) => ({ ...present, ...Object.fromEntries(rules) }));
}
