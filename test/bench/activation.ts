/**
 * `npm run bench -- activation`: how long VS Code says that activating Glossator took (loading its code and the call of `activate`),
 * beside an extension that does nothing, in the same windows. The figures are those of `Developer: Show Running Extensions`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeAllEditors, Editor, keepEvidenceOfAll, waitFor } from '../ui/driver';
import { packStaged, stageExtension } from '../workbench/packaging';
import { temporaryFolder } from '../workbench/server';

const windows = 8;
/** The bar for the median, in milliseconds. */
const allowed = 60;

const emptyExtension = async (folder: string, activationEvents: unknown): Promise<string> => {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    ...{
      name: 'empty',
      displayName: 'Empty',
      publisher: 'glossator',
      version: '0.0.1',
      description: 'Does nothing.',
      license: 'MIT',
    },
    ...{ engines: { vscode: '^1.105.0' }, main: './extension.js', extensionKind: ['workspace'], activationEvents },
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'extension.js'), 'exports.activate = () => undefined;\n');
  writeFileSync(path.join(folder, 'LICENSE'), 'MIT\n');
  writeFileSync(path.join(folder, 'README.md'), 'Does nothing.\n');
  writeFileSync(path.join(folder, '.vscodeignore'), '*.vsix\n');
  const vsix = path.join(folder, 'empty.vsix');
  await packStaged(folder, vsix);
  return vsix;
};

/** Milliseconds that the list of running extensions gives for the extension of this name. */
const reported = async (editor: Editor, name: string): Promise<number> => {
  const row = editor.page.locator('.runtime-extensions-editor .monaco-list-row', {
    has: editor.page.locator('.name', { hasText: new RegExp(`^${name}$`, 'u') }),
  });
  const text = await waitFor(`the activation time of ${name}`, async () => {
    const shown = await row.first().locator('.activation-time').innerText();
    return /\d+\s*ms/u.test(shown) && shown;
  });
  return Number(/(\d+)\s*ms/u.exec(text)![1]);
};

/** Whether the first window has kept the compiled bundle for the next ones. */
const keptIn = (storage: string): boolean => {
  const folder = path.join(storage, 'compiled');
  return existsSync(folder) && readdirSync(folder).some((file) => file.endsWith('.bin'));
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const main = async (): Promise<void> => {
  const folder = temporaryFolder('activation');
  try {
    const staged = path.join(folder, 'extension');
    const vsix = path.join(folder, 'glossator.vsix');
    stageExtension({ folder: staged, host: 'both', minify: true });
    await packStaged(staged, vsix);
    const manifest = JSON.parse(readFileSync(path.join(staged, 'package.json'), 'utf8')) as {
      readonly activationEvents?: unknown;
    };
    const empty = await emptyExtension(path.join(folder, 'empty'), manifest.activationEvents);

    const times = { Glossator: [] as number[], Empty: [] as number[] };
    // The list holds only the rows in sight, in the order of their times: the window is high enough for all.
    const editor = await Editor.open({
      extensions: [vsix, empty],
      size: { width: 1280, height: 1800 },
      settings: { 'workbench.editor.useModal': 'off' },
    });
    for (let window = 0; window < windows; window += 1) {
      if (window > 0) await editor.reload();
      await editor.openFile(editor.articles()[0]!);
      await editor.command('Developer: Show Running Extensions');
      for (const name of ['Glossator', 'Empty'] as const) times[name].push(await reported(editor, name));
      if (window === 0) await waitFor('what was compiled to be kept', () => keptIn(editor.extensionStorage), 30_000);
      await editor.command('View: Close All Editors');
    }
    await editor.close();
    for (const [name, [first, ...later]] of Object.entries(times)) {
      console.log(
        `${name.padEnd(10)} median ${median(later)} ms, most ${Math.max(...later)} ms  (${later.join(', ')}); ` +
          `first window after installation ${first} ms`,
      );
    }
    const passes = median(times.Glossator.slice(1)) <= allowed;
    console.log(`${passes ? 'within' : 'OVER'} the bar of ${allowed} ms (median of ${windows} windows)`);
    process.exitCode = passes ? 0 : 1;
  } catch (error) {
    await keepEvidenceOfAll('activation');
    throw error;
  } finally {
    await closeAllEditors();
    rmSync(folder, { recursive: true, force: true });
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
