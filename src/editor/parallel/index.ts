import * as vscode from 'vscode';
import type { Commands } from '../commands';
import { COMMANDS } from '../contributions';
import type { Corpus } from '../corpus/corpus';
import type { Sessions } from '../session/sessions';
import { CounterpartLights } from './counterpart-lights';
import { openParallel } from './open-parallel';

/** Two sources that tell one story, side by side. */
export function registerParallel(commands: Commands, sessions: Sessions, corpus: Corpus): vscode.Disposable {
  const lights = new CounterpartLights(sessions);
  return vscode.Disposable.from(
    lights,
    commands.register(COMMANDS.openParallelSource, async () => {
      const here = vscode.window.activeTextEditor?.document.uri;
      const there = await openParallel(sessions, corpus);
      if (here && there) lights.pair(here, there);
    }),
    commands.register(COMMANDS.goToCounterpart, () => lights.goTo()),
  );
}
