import { describeAll } from '../../../src/core/anchoring';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { editSidecar } from '../../../src/core/sidecar';
import type { Range } from '../../../src/core/text/range';

/** An article of at least this many characters, put together from the paragraphs of others, each time in another order. */
export function longArticle(articles: readonly string[], characters: number): string {
  const paragraphs = articles
    .flatMap((article) => article.split('\n'))
    .map((paragraph) => paragraph.replace(/^ date \S+ /u, ''))
    .filter((paragraph) => paragraph.trim() !== '');
  const lines: string[] = [];
  let length = 0;
  for (let k = 0; length < characters; k += 1) {
    // 7919 is a prime: the paragraphs come round in an order that does not repeat the articles'.
    const line = `${paragraphs[(k * 7919) % paragraphs.length]!}\n`;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n');
}

/** A sidecar with this many annotations, spread evenly over the words of a text that begin with a capital. */
export function sidecarFor(fileName: string, text: string, count: number): string {
  const words: Range[] = [...text.matchAll(/\p{Lu}[\p{L}-]{3,}/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  if (words.length < count) throw new Error(`${words.length} words are too few for ${count} annotations.`);
  const targets = Array.from({ length: count }, (_, k) => [words[Math.floor((k * words.length) / count)]!]);
  const selectors = describeAll(text, targets);
  const types = ['person', 'place', 'charge', 'note'];
  const annotations = selectors.map((selector, k): Annotation => {
    const id = `k${k.toString().padStart(7, '0')}`;
    const type = types[k % types.length]!;
    const rendering = type === 'note' ? { rendering: 'a rendering' } : {};
    return { id, author: 'anna', type, selector, created: '2026-11-21T20:15:00Z', ...rendering };
  });
  const { text: written } = editSidecar(
    undefined,
    annotations.map((annotation) => ({ kind: 'add-annotation', annotation })),
    { fileName },
  );
  return written;
}
