import assert from 'node:assert/strict';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { textId } from '../../src/core/text/text-id';
import { closeAll, openArticle, readSidecar, selectWords, sidecarOf, until, workspaceFolder } from './article';

/** What an annotation was made on, and what has become of it: too little of the words is left to be found without that. */
const BASE =
  'Volgens Wytze Postma koos de raad\nde schepenen en de wethouders van Bolsward\nin een lange vergadering.\n';
const PRESENT = BASE.replace('de schepenen en de wethouders', 'wethouders').replace('lange', 'zeer lange');
const QUOTE = 'de schepenen en de wethouders van Bolsward';
const STORED = vscode.Uri.joinPath(workspaceFolder(), '.glossator', 'texts');

const stored = (text: string): vscode.Uri => vscode.Uri.joinPath(STORED, `${textId(text)}.gz`);
const bytesOf = async (uri: vscode.Uri): Promise<Uint8Array | undefined> =>
  vscode.workspace.fs.readFile(uri).then(
    (bytes) => bytes,
    () => undefined,
  );
const textOf = async (uri: vscode.Uri): Promise<string | undefined> => {
  const bytes = await bytesOf(uri);
  return bytes && gunzipSync(bytes).toString();
};

/** An annotation of a colleague, made on a version of the text that this machine never saw. */
const SIDECAR = `glossator: 1

annotations:
  bram:
    p4k7w2qd:
      type: organisation
      quote: "${QUOTE}"
      created: "2026-11-21T20:15:00Z"
      position:
        text: "${textId(BASE)}"
        parts: [[${BASE.indexOf(QUOTE)}, ${BASE.indexOf(QUOTE) + QUOTE.length}]]
        before: "koos de raad "
        after: " in een lange"
`;

/** The words that the next annotation stands on, if any is placed. */
async function annotated(article: vscode.TextEditor): Promise<string> {
  article.selection = new vscode.Selection(0, 0, 0, 0);
  void vscode.commands.executeCommand('glossator.nextAnnotation');
  await new Promise((resolve) => setTimeout(resolve, 60));
  return article.document.getText(article.selection).replaceAll('\n', ' ');
}

describe('versions of texts in the workspace', () => {
  const configure = (keep: boolean | undefined) =>
    vscode.workspace
      .getConfiguration('glossator')
      .update('texts.keepInWorkspace', keep, vscode.ConfigurationTarget.Workspace);

  const open = async (name: string, text: string): Promise<vscode.TextEditor> => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.workspace.fs.writeFile(sidecarOf(uri), new TextEncoder().encode(SIDECAR));
    return vscode.window.showTextDocument(uri, { preview: false });
  };

  afterEach(async () => {
    await closeAll();
    await configure(undefined);
    await vscode.workspace.fs
      .delete(vscode.Uri.joinPath(workspaceFolder(), '.glossator'), { recursive: true })
      .then(undefined, () => undefined);
  });

  it('are kept there when the setting says so, for the whole team', async () => {
    await configure(true);
    const text = `${BASE}Een regel meer.\n`;
    const article = await openArticle('gedeeld.txt', text);
    selectWords(article, 'Bolsward');
    await vscode.commands.executeCommand('glossator.annotatePlace');
    await until('the annotation', () => readSidecar(article.document.uri));
    assert.equal(await until('the text', () => textOf(stored(text))), text);
  });

  it('place what a colleague annotated on a version that this machine never saw', async () => {
    await vscode.workspace.fs.writeFile(stored(BASE), gzipSync(BASE));
    const article = await open('van-een-collega.txt', PRESENT);
    await until('the annotation in place', async () => (await annotated(article)) === 'wethouders van Bolsward');
    assert.equal(await readSidecar(article.document.uri), SIDECAR);
  });

  it('that are damaged are removed and made anew; the annotation is not lost, and on no other words meanwhile', async () => {
    const damaged = gzipSync(BASE);
    damaged[30]! ^= 0x55;
    await vscode.workspace.fs.writeFile(stored(BASE), damaged);
    await configure(true);
    // A text that no test has shown before: where annotations stood in it would be remembered, and no version asked for.
    const article = await open('beschadigd.txt', `${PRESENT}Het werd laat.\n`);
    await until('the damaged one gone', async () => (await bytesOf(stored(BASE))) === undefined);
    const { uri } = article.document;
    await until('it among what needs attention', () =>
      vscode.languages.getDiagnostics(uri).some(({ message }) => message.includes('schepenen')),
    );
    assert.equal(await annotated(article), '');
    assert.equal(await readSidecar(uri), SIDECAR);

    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(BASE));
    await until('the annotation in place again', async () => (await annotated(article)) === QUOTE);
    assert.equal(await until('the text made anew', () => textOf(stored(BASE))), BASE);
  });
});
