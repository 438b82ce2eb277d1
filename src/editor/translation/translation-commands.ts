import * as vscode from 'vscode';
import { fieldsOf, oneLine, type TranslationFields } from '../../core/translation';
import type { Commands } from '../commands';
import { COMMANDS } from '../contributions';
import type { Decisions } from '../corpus/decisions';
import { requireWritable } from '../session/judgement';
import { sourceOf, type MarkReference, type PassageReference } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import type { ActiveSource } from '../session/target';
import { writeTranslation, type TranslationTarget } from '../session/translation';
import { Drafts } from './drafts';
import { earlierRenderings } from './earlier-renderings';
import { askLineOrOffer, type TypedLine } from './one-line-input';
import { RenderingColor } from './rendering-color';
import { Renderings } from './renderings';
import { translationTarget, wordTarget } from './target';
import { fillInTranslation } from './translation-form';
import { showInformation } from '../messages';

/** The translation commands, and the renderings behind their passages. */
export function registerTranslation(commands: Commands, sessions: Sessions, decisions: Decisions): vscode.Disposable {
  const drafts = new Drafts();
  const renderings = new Renderings(sessions);
  return vscode.Disposable.from(
    renderings,
    new RenderingColor(sessions),
    commands.register(COMMANDS.toggleRenderings, () => renderings.toggle()),
    commands.register(
      COMMANDS.translate,
      async (reference?: MarkReference | PassageReference, given?: unknown, beginning?: unknown) => {
        const source = await sourceOf(sessions, reference);
        const rendering = typeof given === 'string' ? given : undefined;
        const begun = typeof beginning === 'string' ? beginning : undefined;
        await quickEntry(decisions, source, drafts, reference, rendering, begun);
      },
    ),
    commands.register(COMMANDS.editTranslation, async (reference?: MarkReference) => {
      const source = await sourceOf(sessions, reference);
      const target = await translationTarget(decisions, source, reference);
      if (target) await editInForm(source.session, drafts, target);
    }),
  );
}

/**
 * A shortcut, the rendering, Enter. A `given` rendering, from another command or a keybinding, is not asked for; one that
 * is `begun` stands in the input to be changed.
 */
async function quickEntry(
  decisions: Decisions,
  source: ActiveSource,
  drafts: Drafts,
  reference: MarkReference | PassageReference | undefined,
  given: string | undefined,
  begun: string | undefined,
): Promise<void> {
  const { session } = source;
  requireWritable(session);
  const target = await translationTarget(decisions, source, reference);
  if (!target) return;
  const typed =
    given === undefined
      ? await askRendering(decisions, source, drafts, target, begun)
      : { accepted: true, value: given };
  const rendering = oneLine(typed.value);
  const present = target.annotation?.rendering ?? '';
  if (!typed.accepted) {
    if (rendering && rendering !== present) drafts.keep(session, target, { ...drafts.get(session, target), rendering });
    return;
  }
  if (!rendering || rendering === present) return;
  drafts.keep(session, target, { ...drafts.get(session, target), rendering });
  await writeTranslation(session, target, { rendering });
  drafts.forget(session, target);
}

function askRendering(
  decisions: Decisions,
  { session }: ActiveSource,
  drafts: Drafts,
  target: TranslationTarget,
  begun: string | undefined,
): Promise<TypedLine> {
  const value = drafts.get(session, target)?.rendering ?? begun ?? target.annotation?.rendering ?? '';
  const earlier = earlierRenderings(decisions, session, target);
  return askLineOrOffer(
    {
      title: wordTarget(session, target),
      prompt: vscode.l10n.t('How do you render it? “Edit Translation” has room for the reasons.'),
      placeholder:
        earlier.length > 0
          ? vscode.l10n.t('Type your rendering, or take an earlier one.')
          : vscode.l10n.t('Type your rendering.'),
      value,
    },
    earlier,
  );
}

async function editInForm(session: SourceSession, drafts: Drafts, target: TranslationTarget): Promise<void> {
  requireWritable(session);
  const present = target.annotation ? fieldsOf(target.annotation) : {};
  const outcome = await fillInTranslation(wordTarget(session, target), { ...present, ...drafts.get(session, target) });
  const changed = changedFields(present, outcome.fields);
  if (Object.keys(changed).length === 0) {
    drafts.forget(session, target);
    return;
  }
  drafts.keep(session, target, changed);
  const save = async (): Promise<void> => {
    await writeTranslation(session, target, changed);
    drafts.forget(session, target);
  };
  if (outcome.save) return save();
  const labels = { save: vscode.l10n.t('Save'), resume: vscode.l10n.t('Go On'), discard: vscode.l10n.t('Discard') };
  // Not awaited by the command: the researcher may read on, and the draft waits.
  void showInformation(
    vscode.l10n.t('The translation is not saved yet.'),
    labels.save,
    labels.resume,
    labels.discard,
  ).then(async (chosen) => {
    if (chosen === labels.save) await save();
    if (chosen === labels.resume) await editInForm(session, drafts, target);
    if (chosen === labels.discard) drafts.forget(session, target);
  });
}

/** The fields that differ from the present ones; one that was emptied is there as `undefined`. */
function changedFields(present: TranslationFields, next: TranslationFields): TranslationFields {
  const keys = new Set([...Object.keys(present), ...Object.keys(next)]) as Set<keyof TranslationFields>;
  return Object.fromEntries([...keys].flatMap((key) => (same(present[key], next[key]) ? [] : [[key, next[key]]])));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? []) === JSON.stringify(b ?? []);
}
