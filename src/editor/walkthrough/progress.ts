import * as vscode from 'vscode';
import type { AnnotationSet } from '../../core/annotation/annotation';
import type { Commands } from '../commands';
import { COMMANDS, CONTEXT_KEYS, type CommandId } from '../contributions';
import type { Sessions } from '../session/sessions';

interface Step {
  /** What the step's tick waits for, in the manifest's `completionEvents`. */
  readonly key: string;
  readonly commands: readonly CommandId[];
  /** What one of the commands leaves behind when it was not left half way. */
  readonly left: (set: AnnotationSet) => boolean;
}

const STEPS: readonly Step[] = [
  {
    key: CONTEXT_KEYS.accepted,
    commands: [COMMANDS.accept, COMMANDS.acceptAllOfName, COMMANDS.reviewAccept],
    left: ({ annotations }) => annotations.length > 0,
  },
  {
    key: CONTEXT_KEYS.rejected,
    commands: [COMMANDS.reject, COMMANDS.rejectInSource, COMMANDS.reviewReject],
    left: ({ rejections }) => rejections.length > 0,
  },
  {
    key: CONTEXT_KEYS.marked,
    commands: [
      COMMANDS.annotatePerson,
      COMMANDS.annotatePlace,
      COMMANDS.annotateCharge,
      COMMANDS.annotateNote,
      COMMANDS.annotateAs,
    ],
    left: ({ annotations }) => annotations.length > 0,
  },
  {
    key: CONTEXT_KEYS.translated,
    commands: [COMMANDS.translate, COMMANDS.editTranslation, COMMANDS.createNoteFromComment],
    left: ({ annotations }) => annotations.some(({ rendering }) => rendering !== undefined),
  },
  { key: CONTEXT_KEYS.fileSeen, commands: [COMMANDS.openAnnotationFile], left: () => true },
];

/** Ticks a step of the walkthrough when it was done, not when its button was pressed. */
export class WalkthroughProgress implements vscode.Disposable {
  private readonly waiting = new Set(STEPS);
  private readonly subscription: vscode.Disposable;

  constructor(commands: Commands, sessions: Sessions) {
    this.subscription = commands.onDidRun((command) => {
      for (const step of this.waiting) {
        if (!step.commands.includes(command) || !sessions.all.some(({ set }) => step.left(set))) continue;
        this.waiting.delete(step);
        void vscode.commands.executeCommand('setContext', step.key, true);
      }
    });
  }

  dispose(): void {
    this.subscription.dispose();
  }
}
