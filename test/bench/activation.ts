/**
 * `npm run bench -- activation`: how long VS Code says that activating Glossator took, beside an extension that does nothing, in the
 * same windows. The figures are those of `Developer: Startup Performance`: `activate` is what the bar is about and, as the Node host's
 * entry loads the bundle there, nearly all that Glossator costs a window's start.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeAllEditors, Editor, keepEvidenceOfAll, waitFor } from '../ui/driver';
import { packStaged, stageExtension } from '../workbench/packaging';
import { temporaryFolder } from '../workbench/server';
import { median } from './measuring/statistics';
import { runBench, verdict } from './measuring/verdict';

const windows = 10;
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

/** What VS Code's report tells of one extension, in milliseconds. */
interface Activation {
  /** Reading and running the file that the manifest names, which for an extension that does nothing is the work of VS Code. */
  readonly load: number;
  /** The call of `activate`, which promises nothing that would have to be finished later. */
  readonly activate: number;
}

/** Waits for the table of activations in `Developer: Startup Performance` to have this extension, and reads its row. */
const reported = async (editor: Editor, id: string): Promise<Activation> =>
  waitFor(
    `the activation of ${id} in the report`,
    async () => {
      await editor.command('Developer: Startup Performance');
      await editor.page
        .locator('.editor-group-container.active .tab.active', { hasText: 'Startup Performance' })
        .waitFor();
      await editor.press('Control+A', 'Control+C');
      const report = await editor.page.evaluate<string>('navigator.clipboard.readText()');
      await editor.command('View: Close Editor');
      const cells = report
        .slice(report.indexOf('Extension Activation Stats'))
        .split('\n')
        .map((line) => line.split('|').map((cell) => cell.trim()))
        .find((row) => row.includes(id));
      if (cells === undefined) return undefined;
      const [load, activate] = cells.slice(cells.indexOf(id) + 2).map(Number);
      return { load: load!, activate: activate! };
    },
    60_000,
  );

/** Whether the first window has kept the compiled bundle for the next ones. */
const keptIn = (storage: string): boolean => {
  const folder = path.join(storage, 'compiled');
  return existsSync(folder) && readdirSync(folder).some((file) => file.endsWith('.bin'));
};

const main = async (): Promise<boolean> => {
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

    const activations = { Glossator: [] as Activation[], Empty: [] as Activation[] };
    const editor = await Editor.open({ extensions: [vsix, empty] });
    for (let window = 0; window < windows; window += 1) {
      if (window > 0) await editor.reload();
      await editor.openFile(editor.articles()[0]!);
      activations.Glossator.push(await reported(editor, 'glossator.glossator'));
      activations.Empty.push(await reported(editor, 'glossator.empty'));
      if (window === 0) await waitFor('what was compiled to be kept', () => keptIn(editor.extensionStorage), 30_000);
      await editor.command('View: Close All Editors');
    }
    await editor.close();
    for (const [name, [first, ...later]] of Object.entries(activations)) {
      const told = (part: keyof Activation): string => {
        const times = later.map((activation) => activation[part]);
        return `${part} median ${median(times)} ms (${times.join(', ')})`;
      };
      console.log(
        `${name.padEnd(10)} ${told('activate')}; ${told('load')}; first window after installation ${first!.activate} + ${first!.load} ms`,
      );
    }
    const passes = median(activations.Glossator.slice(1).map(({ activate }) => activate)) <= allowed;
    console.log(`${verdict(passes)} the bar of ${allowed} ms for activate (median of ${windows - 1} windows)`);
    return passes;
  } catch (error) {
    await keepEvidenceOfAll('activation');
    throw error;
  } finally {
    await closeAllEditors();
    rmSync(folder, { recursive: true, force: true });
  }
};

runBench(main);
