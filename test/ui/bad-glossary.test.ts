/** A glossary that can't be used as it is: what is wrong stands in Problems, what was asked for is refused in words, and its file stays as it was. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../workbench/installation';
import { Editor, readingSettings, waitFor } from './driver';

const SOURCE = 'De krant hangt de zaak aan de grote klok, en niemand weet wat de andere klokken doen.\n';
const GOOD = 'glossator: 1\nterms:\n  grote klok: { rendering: church bell }\n';

interface Case {
  readonly title: string;
  readonly content: string | Buffer;
  /** Words of the Problem. */
  readonly problem: string;
  /** Words of the message when a term is to be added. */
  readonly refused: string;
}

const CASES: readonly Case[] = [
  {
    title: 'with an error',
    content: 'glossator: 1\nterms:\n  grote klok:\n    rendering: "church bell\n',
    problem: 'quote',
    refused: 'nothing is written to it',
  },
  {
    title: 'with a term twice',
    content: 'glossator: 1\nterms:\n  grote klok: church bell\n  zaak: case\n  grote klok: big bell\n',
    problem: 'grote klok',
    refused: 'nothing is written to it',
  },
  {
    title: 'of five megabytes',
    content: `glossator: 1\nterms:\n${Array.from({ length: 200_000 }, (_, k) => `  klok ${k}: "bell ${k}"\n`).join('')}`,
    problem: 'too large',
    refused: 'too large',
  },
  {
    title: 'in an old encoding',
    content: Buffer.from('glossator: 1\nterms:\n  coöperatie: cooperative\n', 'latin1'),
    problem: 'UTF-8',
    refused: 'UTF-8',
  },
];

describe('a glossary that can’t be used as it is', () => {
  let editor: Editor;
  const file = () => path.join(editor.workspace, 'glossary.yaml');

  before(async () => {
    editor = await Editor.open({
      settings: { ...readingSettings, 'glossator.author': 'anna' },
      arrange: (folder) => {
        writeFileSync(path.join(folder, 'een.txt'), SOURCE);
        writeFileSync(path.join(folder, 'glossary.yaml'), GOOD);
      },
    });
    await editor.openFile('een.txt');
    await editor.highlights();
  });
  after(() => editor.close());

  for (const { title, content, problem, refused } of CASES) {
    it(`${title}: a Problem, a message, and nothing is written`, async () => {
      writeFileSync(file(), content);
      await editor.problems(problem);
      await editor.select('andere klokken');
      await editor.command('Glossator: Add to Glossary');
      const said = await editor.toast(refused);
      await editor.screenshot(path.join(repository, 'out/ui/bad-glossary', `${title.replaceAll(' ', '-')}.png`));
      assert.match(said, /Open Glossary/);
      assert.deepEqual(readFileSync(file()), Buffer.from(content));
      await editor.command('Notifications: Clear All Notifications');

      writeFileSync(file(), GOOD);
      await waitFor('no problem', async () => {
        const shown = await editor.page.locator('.markers-panel').innerText();
        return !shown.includes('glossary.yaml');
      });
    });
  }
});
