/**
 * How much of the extension host's time a keystroke takes: in an article of 1 MB with 2,000 annotations, and in a text of the
 * same size that is no source. Time is that of the host's own thread (`process.threadCpuUsage`), so that neither a busy machine nor
 * other threads of the host are counted. Keys come in bursts at a typist's pace, in the one text and the other by turns, so that a
 * machine that slows down slows both; what waits for a rest is counted apart.
 */
import { ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { longArticle, sidecarFor } from './longArticle';

const SIZE = 1_000_000;
const ANNOTATIONS = 2_000;
const BURSTS = Number(process.env.GLOSSATOR_BENCH_BURSTS ?? 8);
const KEYSTROKES_A_BURST = 60;
/** Milliseconds from one key to the next: some 100 words a minute, which is fast. */
const PACE = 120;
/** Until everything that waits for a rest has run. */
const REST = 4_000;

/** Work of the host's thread, in milliseconds: from each key to the next, and from the last key of each burst to the end of the rest. */
export interface Work {
  readonly keystrokes: number[];
  readonly rests: number[];
}

type CpuUsage = () => { readonly user: number; readonly system: number };

/** Milliseconds that this thread has worked. */
function worked(): number {
  const { threadCpuUsage } = process as unknown as { readonly threadCpuUsage?: CpuUsage };
  if (threadCpuUsage === undefined)
    throw new Error('The extension host runs on a Node without process.threadCpuUsage.');
  const { user, system } = threadCpuUsage.call(process);
  return (user + system) / 1000;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until the host has done next to nothing for a second. */
async function untilIdle(): Promise<void> {
  for (let quiet = 0, before = worked(); quiet < 4;) {
    await pause(250);
    const now = worked();
    quiet = now - before < 5 ? quiet + 1 : 0;
    before = now;
  }
}

/** Types a burst of letters, with a space now and then, into the middle of a paragraph in the middle of the text. */
async function typeInto(uri: vscode.Uri, { keystrokes, rests }: Work): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const { document } = editor;
  let line = Math.floor(document.lineCount / 2);
  while (document.lineAt(line).text.length < 200) line += 1;
  const at = new vscode.Position(line, document.lineAt(line).text.indexOf(' ', 100) + 1);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  await untilIdle();
  let before = worked();
  for (let k = 0; k < KEYSTROKES_A_BURST; k += 1) {
    const next = performance.now() + PACE;
    await vscode.commands.executeCommand('type', { text: k % 6 === 5 ? ' ' : 'eniqua'[k % 6]! });
    await pause(Math.max(1, next - performance.now()));
    // The last key's work goes on into the rest.
    if (k === KEYSTROKES_A_BURST - 1) break;
    keystrokes.push(worked() - before);
    before = worked();
  }
  await pause(REST);
  rests.push(worked() - before);
}

async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

describe('typing', function () {
  this.timeout(600_000);

  it('takes the host little more in an article than elsewhere', async () => {
    const articles = await Promise.all(
      (await vscode.workspace.findFiles('*.txt')).map(async (uri) =>
        new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)),
      ),
    );
    const text = longArticle(articles, SIZE);
    await write('long.txt.annotations.yaml', sidecarFor('long.txt', text, ANNOTATIONS));
    const article = await write('long.txt', text);
    // The same text in a file that no setting takes for a source.
    const other = await write('long.log', text);

    const editor = await vscode.window.showTextDocument(article, { preview: false });
    await untilIdle();
    const marked = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      article,
      new vscode.Range(0, 0, editor.document.lineCount, 0),
    );
    ok(marked.length === ANNOTATIONS / 4, `${marked.length} renderings: the annotations are not in place`);
    const session = process.env.GLOSSATOR_BENCH_PROFILE === undefined ? undefined : new Session();
    if (session !== undefined) {
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.start');
    }
    const elsewhere: Work = { keystrokes: [], rests: [] };
    const inArticle: Work = { keystrokes: [], rests: [] };
    for (let burst = 0; burst < BURSTS; burst += 1) {
      await typeInto(other, elsewhere);
      await typeInto(article, inArticle);
    }
    if (session !== undefined) {
      const { profile } = await session.post('Profiler.stop');
      writeFileSync(process.env.GLOSSATOR_BENCH_PROFILE!, JSON.stringify(profile));
    }
    for (const uri of [other, article]) {
      await vscode.window.showTextDocument(uri, { preview: false });
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    writeFileSync(path.join(__dirname, 'typing.json'), JSON.stringify({ elsewhere, inArticle }));
  });
});
