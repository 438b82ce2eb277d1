/**
 * The learning curve: trains on a quarter, half, three quarters and all of our corpus (the open sets always whole) and prints exact F1
 * on the held-back tenth: `npx tsx model/learning-curve.ts [SHARE,...]`. Four trainings, one after another.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRecognizer } from '../src/core/recognition';
import { isHeldBack, readCorpus, type MarkedText } from './documents';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const shares = (process.argv[2] ?? '0.25,0.5,0.75,1').split(',').map(Number);
const heldBack = readCorpus(join(root, 'model/corpus')).filter((text) => isHeldBack(text.name));

function exactF1(texts: readonly MarkedText[], type: 'person' | 'place', model: Uint8Array): number {
  const recognizer = createRecognizer(model);
  let [gold, found, right] = [0, 0, 0];
  for (const text of texts) {
    const spans = text.spans.filter((span) => span.type === type);
    const mentions = recognizer.recognize(text.text, { language: text.language }).filter((one) => one.type === type);
    gold += spans.length;
    found += mentions.length;
    right += mentions.filter((one) => spans.some((span) => span.start === one.start && span.end === one.end)).length;
  }
  return (200 * right) / (gold + found);
}

const folder = mkdtempSync(join(tmpdir(), 'learning-curve-'));
try {
  console.log('share   nl person / place   en person / place');
  for (const share of shares) {
    const out = join(folder, 'model.bin');
    execFileSync('npx', ['tsx', join(root, 'model/train.ts'), '--share', String(share), '--out', out], {
      cwd: root,
      stdio: 'pipe',
    });
    const model = readFileSync(out);
    const pair = (language: 'nl' | 'en'): string => {
      const texts = heldBack.filter((text) => text.language === language);
      return (['person', 'place'] as const).map((type) => exactF1(texts, type, model).toFixed(1)).join(' / ');
    };
    console.log(`${String(100 * share).padStart(4)} %   ${pair('nl').padStart(17)}   ${pair('en').padStart(17)}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
