/**
 * `npm run screenshots [-- NAME ...]`: pictures of the running editor, media/screenshots/SCENE-THEME.png.
 * The scenes are in scenes.ts.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { closeAllEditors, Editor, readingSettings } from '../test/ui/driver';
import { repository } from '../test/workbench/installation';
import { packStaged, stageExtension } from '../test/workbench/packaging';
import { temporaryFolder } from '../test/workbench/server';
import { scenes, themes } from './scenes';

/** Beside the quiet ones: nothing in the picture that is not about articles. */
const settings = {
  ...readingSettings,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'outline.collapseItems': 'alwaysCollapse',
  'workbench.navigationControl.enabled': false,
};

const main = async (): Promise<void> => {
  const wanted = process.argv.slice(2);
  const chosen = scenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (chosen.length === 0) throw new Error(`No such scene; there are ${scenes.map(({ name }) => name).join(', ')}.`);
  const folder = temporaryFolder('screenshots');
  const vsix = path.join(folder, 'glossator.vsix');
  try {
    stageExtension({ folder: path.join(folder, 'extension'), host: 'both', minify: true });
    await packStaged(path.join(folder, 'extension'), vsix);
    for (const { ending, theme } of themes) {
      for (const { name, arrange, themes: pictured } of chosen) {
        if (pictured !== undefined && !pictured.includes(ending)) continue;
        // An editor for each: no scene sees what another left behind.
        const editor = await Editor.open({
          extensions: [vsix],
          theme,
          settings,
          size: { width: 1120, height: 680 },
          // At two device pixels for one the pictures are over 200 kB.
          scale: 1,
        });
        const file = path.join(repository, 'media/screenshots', `${name}-${ending}.png`);
        await arrange(editor).catch(async (error: unknown) => {
          await editor.keepEvidence(`scene ${name} ${ending}`);
          throw error;
        });
        await editor.screenshot(file);
        await editor.close();
        console.log(path.relative(process.cwd(), file));
      }
    }
  } finally {
    await closeAllEditors();
    rmSync(folder, { recursive: true, force: true });
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
