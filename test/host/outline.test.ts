import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openArticle, selectWords, until } from './article';

const TEXT = [
  ' date 2024-03 De burgemeester van Deventer is dinsdag gehoord. Hij zweeg.',
  '',
  'Geen vragen meer',
  '',
  'Zijn raadsman Koen Brandsma wilde niets zeggen.',
  '',
].join('\n');

describe('the outline of a source', () => {
  afterEach(closeAll);

  const symbols = async (uri: vscode.Uri) =>
    (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    )) ?? [];

  it('has headings and paragraphs, without the metadata', async () => {
    const { document } = await openArticle('omtrek.txt', TEXT);
    const found = await until('symbols', async () => {
      const list = await symbols(document.uri);
      return list.length > 0 ? list : undefined;
    });
    assert.deepEqual(
      found.map(({ name, kind }) => [name, vscode.SymbolKind[kind]]),
      [
        ['De burgemeester van Deventer is dinsdag gehoord. Hij zweeg.', 'String'],
        ['Geen vragen meer', 'Namespace'],
        ['Zijn raadsman Koen Brandsma wilde niets zeggen.', 'String'],
      ],
    );
    assert.equal(found[0]!.range.start.character, ' date 2024-03 '.length);
  });

  it('finds an annotation by its words, in its paragraph', async () => {
    const article = await openArticle('omtrek-2.txt', TEXT);
    selectWords(article, 'Koen Brandsma');
    await vscode.commands.executeCommand('glossator.annotatePerson');
    const child = await until('the annotation', async () =>
      (await symbols(article.document.uri))
        .find(({ name }) => name.startsWith('Zijn raadsman'))
        ?.children.find(({ name }) => name === 'Koen Brandsma'),
    );
    assert.equal(child.detail, 'Person');
    assert.equal(article.document.getText(child.selectionRange), 'Koen Brandsma');
  });
});
