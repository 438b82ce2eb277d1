import assert from 'node:assert/strict';
import { findTerm, type TermMatch } from '../../../src/core/translation';
import { DUTCH, ENGLISH, type TermCase } from './find-term.cases';
import { LATER_DUTCH } from './find-term.later-cases';
import { NEWS_DUTCH } from './find-term.news-cases';

interface Outcome {
  readonly name: string;
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** Reads a case: the text without its brackets, and the bracketed match as it is shown below. */
function outcome(language: string, [term, marked, kind]: TermCase): Outcome {
  let text = '';
  const parts: { start: number; end: number }[] = [];
  for (const piece of marked.split(/([[\]])/)) {
    if (piece === '[') parts.push({ start: text.length, end: text.length });
    else if (piece === ']') parts[parts.length - 1]!.end = text.length;
    else text += piece;
  }
  const joined = parts.reduce<typeof parts>((all, part) => {
    const last = all.at(-1);
    if (last && text.slice(last.end, part.start).trim() === '') last.end = part.end;
    else all.push(part);
    return all;
  }, []);
  const show = ({ parts: at, kind: how }: TermMatch): string =>
    `${how}: ${at.map(({ start, end }) => `${start}-${end} ${text.slice(start, end)}`).join(' | ')}`;
  return {
    name: `${term} in “${marked}”`,
    expected: kind ? [show({ parts: joined, kind })] : [],
    found: findTerm(text, term, { language }).map(show),
  };
}

type Groups = Readonly<Record<string, readonly TermCase[]>>;

function outcomesOf(language: string, groups: Groups): Outcome[] {
  return Object.values(groups).flatMap((cases) => cases.map((each) => outcome(language, each)));
}

/** Prints how many of the cases come out right, and says what falls short of the bar; TERMS=1 lists every miss. */
function hold(outcomes: readonly Outcome[], least: number): void {
  const expected = outcomes.flatMap((each) => each.expected).length;
  const found = outcomes.flatMap((each) => each.found).length;
  const right = outcomes.flatMap((each) => each.found.filter((match) => each.expected.includes(match))).length;
  const figures = `${outcomes.length} cases, recall ${((right / expected) * 100).toFixed(1)} %, precision ${((right / found) * 100).toFixed(1)} %`;
  console.log(`      ${figures}`);
  if (process.env['TERMS']) {
    for (const { name, expected: want, found: have } of outcomes) {
      if (JSON.stringify(want) !== JSON.stringify(have))
        console.log(`      ${name}\n        found ${JSON.stringify(have)}`);
    }
  }
  assert.ok(outcomes.length >= least, figures);
  assert.ok(right / expected >= 0.9 && right / found >= 0.97, figures);
}

describe('finding a term', () => {
  it('reaches a recall of 90 % and a precision of 97 % on 200 cases or more', () => {
    hold([...outcomesOf('nl', DUTCH), ...outcomesOf('en', ENGLISH)], 200);
  });

  it('reaches the same on cases that were written after the rules', () => {
    hold(outcomesOf('nl', LATER_DUTCH), 60);
  });

  it('reaches the same in sentences as newspapers write them', () => {
    hold(outcomesOf('nl', NEWS_DUTCH), 60);
  });

  it('finds every occurrence once, in order', () => {
    const text = 'Straf of geen straf: de straffen verschillen.';
    assert.deepEqual(
      findTerm(text, 'straf', { language: 'nl' }).map(({ parts, kind }) => [
        text.slice(parts[0]!.start, parts[0]!.end),
        kind,
      ]),
      [
        ['Straf', 'exact'],
        ['straf', 'exact'],
        ['straffen', 'inflected'],
      ],
    );
  });

  it('takes the words as they are in a language whose inflection it does not know', () => {
    assert.equal(findTerm('Sie säen Hass. Er sät Hass.', 'säen hass', { language: 'de' }).length, 1);
  });

  it('finds nothing for an empty term, and in an empty text', () => {
    assert.deepEqual(findTerm('Iets.', ' ', { language: 'nl' }), []);
    assert.deepEqual(findTerm('', 'haat', { language: 'nl' }), []);
  });
});
