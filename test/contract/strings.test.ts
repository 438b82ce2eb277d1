import assert from 'node:assert/strict';
import ts from 'typescript';
import { filesBelow, read, readJson } from './repository';

type Strings = Record<string, string>;

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();
const placeholders = (text: string): string[] => sorted(text.match(/\{\d\}/g) ?? []);

/** Every string that the code asks `vscode.l10n.t` for. */
function messages(): string[] {
  const found: string[] = [];
  for (const file of filesBelow('src/editor', '.ts')) {
    const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText(source).endsWith('l10n.t')) {
        const first = node.arguments[0];
        assert.ok(first && ts.isStringLiteralLike(first), `${file}: l10n.t wants a literal: ${node.getText(source)}`);
        found.push(first.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

describe('the words of the manifest', () => {
  const english = readJson<Strings>('package.nls.json');
  const dutch = readJson<Strings>('package.nls.nl.json');
  const used = sorted((read('package.json').match(/(?<=")%[^%"]+%(?=")/g) ?? []).map((key) => key.slice(1, -1)));

  it('exist in English, and none is left over', () => assert.deepEqual(sorted(Object.keys(english)), used));
  it('exist in Dutch, and none is left over', () => assert.deepEqual(sorted(Object.keys(dutch)), used));
});

describe('the words of the code', () => {
  const dutch = readJson<Strings>('l10n/bundle.l10n.nl.json');

  it('exist in Dutch, and none is left over', () => assert.deepEqual(sorted(Object.keys(dutch)), sorted(messages())));

  it('keep their placeholders in Dutch', () => {
    const broken = Object.entries(dutch).filter(
      ([english, text]) => placeholders(english).join() !== placeholders(text).join(),
    );
    assert.deepEqual(broken, []);
  });
});

describe('words that may come from files', () => {
  it('are shown in notifications by one module, which takes the links out of them', () => {
    const direct = filesBelow('src/editor', '.ts').filter(
      (file) => file !== 'src/editor/messages.ts' && /\.show(?:Information|Warning|Error)Message\b/.test(read(file)),
    );
    assert.deepEqual(direct, []);
  });
});
