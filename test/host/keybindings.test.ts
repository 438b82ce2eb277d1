import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parse } from 'yaml';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** VS Code's own list of default shortcuts, which holds those of extensions too. */
async function defaultBindings(): Promise<Binding[]> {
  const document = await vscode.workspace.openTextDocument(
    vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
  );
  const json = document
    .getText()
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('//'))
    .join('\n');
  return parse(json) as Binding[];
}

/** Keys that are ours only while a mode of ours is on, which a banner tells. */
const MODES = /glossator\.(reviewing|singleKeys|previewing|expectingPlaces)/;

describe('the shortcuts of Glossator', () => {
  it('override none of VS Code’s own', async () => {
    const all = await defaultBindings();
    const isOurs = ({ command }: Binding) => command.startsWith('glossator.');
    const ours = all.filter((each) => isOurs(each) && !MODES.test(each.when ?? ''));
    assert.ok(ours.length > 10, 'our shortcuts are in the list');
    const taken = new Map(all.filter((each) => !isOurs(each)).map((each) => [each.key, each.command]));
    assert.deepEqual(
      ours.filter(({ key }) => taken.has(key)).map(({ key, command }) => `${key}: ${command} over ${taken.get(key)!}`),
      [],
    );
  });
});
