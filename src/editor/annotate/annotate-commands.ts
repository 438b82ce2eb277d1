import * as vscode from 'vscode';
import type { LayerId } from '../../core/annotation/annotation';
import type { Range } from '../../core/text/range';
import { sameRange } from '../../core/text/range';
import { Refusal, type Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { pickLayer } from '../layers/pick-layer';
import { accept, annotate, annotationsOn, requireAuthor, wordsAt } from '../session/judgement';
import type { Sessions } from '../session/sessions';
import { activeSource, cursorOffset, selectedParts, wordAt, type ActiveSource } from '../session/target';

/** Commands that make an annotation of the selection, or of the suggestion or word at the cursor. */
export function registerAnnotateCommands(commands: Commands, sessions: Sessions): vscode.Disposable {
  const as = (type: LayerId) => () => annotateSelection(activeSource(sessions), type);
  return vscode.Disposable.from(
    commands.register(COMMANDS.annotatePerson, as('person')),
    commands.register(COMMANDS.annotatePlace, as('place')),
    commands.register(COMMANDS.annotateCharge, as('charge')),
    commands.register(COMMANDS.annotateNote, () => annotateWithText(activeSource(sessions))),
    commands.register(COMMANDS.annotateAs, async (given?: LayerId) => {
      const source = activeSource(sessions);
      const type = given ?? (await pickLayer(source.session.uri));
      if (type === 'note') await annotateWithText(source);
      else if (type) await annotateSelection(source, type);
    }),
  );
}

async function annotateSelection(source: ActiveSource, type: LayerId): Promise<void> {
  const { session } = source;
  const parts = targetParts(source, type);
  const author = await requireAuthor();
  // A colleague's annotation of the same words is no reason not to make one's own.
  if (annotationsOn(session, type, parts).some((annotation) => annotation.author === author)) {
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('“{0}” is marked so already.', wordsAt(session.text, parts)),
      4_000,
    );
    return;
  }
  const suggestion = session.suggested.find((mention) => parts.length === 1 && sameRange(mention, parts[0]!));
  if (suggestion) await accept(session, [suggestion], type);
  else await annotate(session, type, [parts]);
}

async function annotateWithText(source: ActiveSource): Promise<void> {
  const { session } = source;
  const parts = targetParts(source, 'note');
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Note on “{0}”', wordsAt(session.text, parts)),
    prompt: vscode.l10n.t('What do you want to remember here? Leave it empty for a mark without words.'),
    ignoreFocusOut: true,
  });
  if (text !== undefined) await annotate(session, 'note', [parts], text.trim() ? { text: text.trim() } : {});
}

/** The selection; else the suggestion of this type at the cursor, any suggestion there, or the word. */
function targetParts(source: ActiveSource, type: LayerId): readonly Range[] {
  const selected = selectedParts(source);
  if (selected.length > 0) return selected;
  const offset = cursorOffset(source);
  const suggestions = source.session.marksAt(offset).filter((mark) => mark.kind === 'suggestion');
  const suggestion = suggestions.find((mark) => mark.mention.type === type) ?? suggestions[0];
  if (suggestion && type !== 'note') return suggestion.parts;
  const word = wordAt(source.session.text, offset);
  if (!word) throw new Refusal(vscode.l10n.t('Select the words that you want to mark.'));
  return [word];
}
