import * as vscode from 'vscode';
import { createRecognizer, type Recognizer } from '../../core/recognition';

/** Loads the recogniser once, when the first source needs it, so that activation stays cheap. */
export class RecognizerSource {
  private loading: Promise<Recognizer> | undefined;

  constructor(private readonly extensionUri: vscode.Uri) {}

  get(): Promise<Recognizer> {
    this.loading ??= this.load();
    return this.loading;
  }

  private async load(): Promise<Recognizer> {
    const file = vscode.Uri.joinPath(this.extensionUri, 'media', 'recognition.bin');
    return createRecognizer(await vscode.workspace.fs.readFile(file));
  }
}
