/**
 * `npm run bench -- opening`: how soon an article of 200 kB is highlighted, as seen in the window of an editor with the packed extension.
 * Time begins with the first frame that shows the article's text. “Visible” is the first frame from which the visible part has at least
 * nine tenths of the highlights that it has in the end, and “as in the end” the first from which it has them all: a name that only the rest
 * of the text makes certain comes with the last. “All” is when the count of suggestions in the status bar has come to rest.
 * `first` is the article opened first in a fresh window, which includes activation and loading the recogniser; `next` the ones after it.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeAllEditors, Editor, keepEvidenceOfAll, waitFor } from '../ui/driver';
import { repository } from '../workbench/installation';
import { packStaged, stageExtension } from '../workbench/packaging';
import { temporaryFolder } from '../workbench/server';
import { longArticle } from './inHost/longArticle';
import { median } from './measuring/statistics';
import { runBench, verdict } from './measuring/verdict';

const SIZE = 200_000;
const WINDOWS = 2;
const ARTICLES_A_WINDOW = 4;
/** The bars, in milliseconds after the text is seen. */
const allowed = { visible: 300, all: 2_000 };
/** The share of its highlights in the end with which the visible part counts as highlighted. */
const HIGHLIGHTED = 0.9;

interface Opening {
  readonly visible: number;
  readonly asInTheEnd: number;
  readonly all: number;
  readonly suggestions: string;
}

/** One frame of the window. */
interface Frame {
  readonly at: number;
  readonly highlights: number;
  readonly counts: string;
}

/** Runs in the page, whose globals the suite's types don't know: notes every frame in which the text is in sight. */
const watchFrames = (marker: string): string => `(() => {
  const frames = (globalThis.glossatorFrames = []);
  const look = () => {
    if (globalThis.glossatorFrames !== frames) return;
    const lines = document.querySelector('.editor-group-container.active .editor-instance .view-lines');
    if (lines?.textContent.replaceAll('\\u00a0', ' ').includes(${JSON.stringify(marker)})) {
      const counts = document.querySelector('[id="glossator.glossator.glossator.counts"], [id*="glossator.counts"]');
      frames.push({
        at: performance.now(),
        highlights: lines.querySelectorAll('[class*="ced-"]').length,
        counts: counts?.textContent.trim() ?? '',
      });
    }
    requestAnimationFrame(look);
  };
  look();
})()`;

const open = async (editor: Editor, name: string, marker: string): Promise<Opening> => {
  await editor.page.evaluate(watchFrames(marker));
  await editor.openFile(name);
  const frames = await waitFor(
    'highlights and counts that have come to rest',
    async () => {
      const seen = await editor.page.evaluate<readonly Frame[]>('globalThis.glossatorFrames');
      const last = seen[seen.length - 1];
      if (last === undefined || !/[1-9]\d* to review/u.test(last.counts)) return undefined;
      const rest = seen.find((frame) => frame.counts === last.counts && frame.highlights === last.highlights)!;
      return last.at - rest.at > 2_500 && seen;
    },
    60_000,
  );
  await editor.page.evaluate('globalThis.glossatorFrames = undefined');
  const last = frames[frames.length - 1]!;
  const began = frames[0]!.at;
  const lastOther = (differs: (frame: Frame) => boolean): number => {
    const place = frames.findLastIndex(differs);
    return frames[place + 1]!.at - began;
  };
  return {
    visible: lastOther((frame) => frame.highlights < HIGHLIGHTED * last.highlights),
    asInTheEnd: lastOther((frame) => frame.highlights !== last.highlights),
    all: lastOther((frame) => frame.counts !== last.counts),
    suggestions: last.counts,
  };
};

const tell = (which: string, openings: readonly Opening[]): boolean => {
  const seen = (key: 'visible' | 'asInTheEnd' | 'all'): { readonly median: number; readonly words: string } => {
    const times = openings.map((opening) => Math.round(opening[key]));
    return { median: median(times), words: `${median(times)} ms (${times.join(', ')})` };
  };
  const [visible, asInTheEnd, all] = [seen('visible'), seen('asInTheEnd'), seen('all')];
  const passes = visible.median <= allowed.visible && Math.max(asInTheEnd.median, all.median) <= allowed.all;
  console.log(
    `${which.padEnd(6)} visible part ${visible.words}, as in the end ${asInTheEnd.words}, all ${all.words}: ${verdict(passes)} the bars`,
  );
  return passes;
};

const writeArticles = (folder: string): void => {
  const samples = path.join(repository, 'test/fixtures/sources');
  const texts = readdirSync(samples)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(path.join(samples, name), 'utf8'));
  mkdirSync(folder, { recursive: true });
  for (let k = 0; k < ARTICLES_A_WINDOW; k += 1) {
    const turned = [...texts.slice(k), ...texts.slice(0, k)];
    writeFileSync(path.join(folder, `long-${k}.txt`), `Proefartikel nummer ${k}\n\n${longArticle(turned, SIZE)}`);
  }
};

runBench(async () => {
  const folder = temporaryFolder('opening');
  try {
    const vsix = path.join(folder, 'glossator.vsix');
    stageExtension({ folder: path.join(folder, 'extension'), host: 'both', minify: true });
    await packStaged(path.join(folder, 'extension'), vsix);
    const articles = path.join(folder, 'articles');
    writeArticles(articles);
    const editor = await Editor.open({
      extensions: [vsix],
      workspace: articles,
      settings: { 'glossator.offerFolderSetup': false, 'editor.wordWrap': 'on', 'editor.minimap.enabled': false },
    });
    const first: Opening[] = [];
    const next: Opening[] = [];
    for (let window = 0; window < WINDOWS; window += 1) {
      if (window > 0) await editor.reload();
      for (let k = 0; k < ARTICLES_A_WINDOW; k += 1) {
        (k === 0 ? first : next).push(await open(editor, `long-${k}.txt`, `Proefartikel nummer ${k}`));
      }
      await editor.command('View: Close All Editors');
    }
    console.log(`${SIZE / 1000} kB; ${next[0]!.suggestions}`);
    tell('first', first);
    const passes = tell('next', next);
    await editor.close();
    return passes;
  } catch (error) {
    await keepEvidenceOfAll('opening');
    throw error;
  } finally {
    await closeAllEditors();
    rmSync(folder, { recursive: true, force: true });
  }
});
