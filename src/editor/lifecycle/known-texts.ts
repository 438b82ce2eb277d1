import * as vscode from 'vscode';
import type { AnnotationSet, Selector } from '../../core/annotation/annotation';
import { textId } from '../../core/text/text-id';
import type { Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { Pauses } from '../pauses';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import type { StoredTexts } from '../files/stored-texts';
import { showInformation, showWarning } from '../messages';

/** Pause after a change before it is remembered, in milliseconds. */
const DELAY = 1_500;

/** Remembers which texts known sidecars need and where their annotations were shown; `Forget Stored Texts`. */
export function registerKnownTexts(commands: Commands, sessions: Sessions, texts: StoredTexts): vscode.Disposable {
  const pauses = new Pauses<SourceSession>();
  const remember = (session: SourceSession) => {
    pauses.cancel(session);
    if (session.sidecar.exists) {
      // The present text too: by it a source is recognised that is moved outside the editor.
      void texts.refer(session.sidecar.uri, [...new Set([...textIdsOf(session.set), textId(session.text)])]);
    }
    if (!session.document.isDirty) void texts.placements.keep(session.text, placedIn(session));
  };
  return vscode.Disposable.from(
    texts,
    sessions.onDidChange(({ session, change }) => {
      if (change === 'closed') return remember(session);
      if (change !== 'annotations' && change !== 'placements') return;
      pauses.after(session, DELAY, () => remember(session));
    }),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      const session = sessions.get(uri);
      if (session) remember(session);
    }),
    texts.onDidFindOverBudget((size) => {
      void showInformation(
        vscode.l10n.t(
          'The stored texts take {0} MB, more than the setting allows. All of them are needed by annotation files, so they stay.',
          Math.ceil(size / 1024 / 1024),
        ),
      );
    }),
    commands.register(COMMANDS.forgetStoredTexts, () => forget(texts)),
    pauses,
  );
}

async function forget(texts: StoredTexts): Promise<void> {
  const go = vscode.l10n.t('Forget Them');
  const chosen = await showWarning(
    vscode.l10n.t('Forget all stored texts?'),
    {
      modal: true,
      detail: vscode.l10n.t(
        'Annotations stay. Where an article has changed since, their places are then found by their words alone, which is less certain.',
      ),
    },
    go,
  );
  if (chosen !== go) return;
  await texts.forget();
  vscode.window.setStatusBarMessage(vscode.l10n.t('The stored texts are gone.'), 4_000);
}

/** The versions that a sidecar's entries were made on. */
export function textIdsOf({ annotations, rejections }: AnnotationSet): string[] {
  return [...new Set([...annotations, ...rejections].flatMap(({ selector }) => selector.textId ?? []))];
}

function placedIn(
  session: SourceSession,
): (readonly [Selector, NonNullable<ReturnType<SourceSession['placementOf']>>])[] {
  return [...session.set.annotations, ...session.set.rejections].flatMap(({ id, selector }) => {
    const placement = session.placementOf(id);
    return placement ? [[selector, placement] as const] : [];
  });
}
