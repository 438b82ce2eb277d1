import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorAll, describeAll, type Placement } from '../../../src/core/anchoring';
import type { Range } from '../../../src/core/text/range';

/** A paragraph of an article, which keeps its identity through all that is done to its words. */
interface Paragraph {
  readonly id: number;
  readonly words: string;
}

const NAMES = ['Aleida', 'Barend', 'Cornelis', 'Dirkje', 'Evert', 'Fokelina', 'Govert', 'Hillegonda'];
const TRADES = ['schipper', 'turfsteker', 'naaister', 'koster', 'molenaar', 'baakster', 'glazenier'];
const PLACES = ['Workum', 'Lemmer', 'Stavoren', 'Makkum', 'Hindeloopen', 'Kuinre', 'Vollenhove'];
const DEEDS = [
  'verkocht een aandeel in de beurtvaart',
  'getuigde voor het gerecht over een gezonken praam',
  'kreeg het recht om tol te heffen op de brug',
  'liet een huis na aan de armen van de stad',
  'klaagde over het water in de kelder',
  'werd beboet om het varen op zondag',
];

const paragraph = fc
  .record({
    name: fc.constantFrom(...NAMES),
    trade: fc.constantFrom(...TRADES),
    place: fc.constantFrom(...PLACES),
    other: fc.constantFrom(...PLACES),
    deeds: fc.tuple(fc.constantFrom(...DEEDS), fc.constantFrom(...DEEDS)),
    year: fc.integer({ min: 1640, max: 1799 }),
    sum: fc.integer({ min: 12, max: 960 }),
  })
  .map(
    ({ name, trade, place, other, deeds, year, sum }) =>
      `In ${year} ${deeds[0]} de ${trade} ${name} uit ${place}. Voor ${sum} gulden, zo staat het in de rol, ` +
      `ging de zaak naar ${other}. Later dat jaar ${deeds[1]} ook de broer van ${name}.`,
  );

/** Another kind of article about the same people and places. */
const notice = fc
  .record({
    name: fc.constantFrom(...NAMES),
    trade: fc.constantFrom(...TRADES),
    place: fc.constantFrom(...PLACES),
    deed: fc.constantFrom(...DEEDS),
    day: fc.integer({ min: 1, max: 28 }),
    sum: fc.integer({ min: 12, max: 960 }),
  })
  .map(
    ({ name, trade, place, deed, day, sum }) =>
      `Verloren op den ${day}en, tusschen ${place} en de sluis, een beurs met ${sum} stuivers; wie haar terugbrengt bij ` +
      `${name}, de ${trade}, die onlangs ${deed}, ontvangt een fooi.`,
  );

/** Paragraphs that are much alike, of which no two are the same. */
const articles = fc
  .uniqueArray(paragraph, { minLength: 8, maxLength: 30 })
  .map((all) => all.map((words, id): Paragraph => ({ id, words })));

const others = fc
  .uniqueArray(notice, { minLength: 4, maxLength: 30 })
  .map((all) => all.map((words, k): Paragraph => ({ id: 1000 + k, words })));

const textOf = (paragraphs: readonly Paragraph[]): string => paragraphs.map(({ words }) => words).join('\n\n') + '\n';

/** Two targets a paragraph: the trade with the name, and the clause about the sum. */
function targetsIn(paragraphs: readonly Paragraph[]): (Range & { readonly id: number })[] {
  let at = 0;
  return paragraphs.flatMap(({ id, words }) => {
    const ranges = [/de \p{Ll}+ \p{Lu}\p{Ll}+/u, /Voor \d+ gulden/].flatMap((pattern) => {
      const found = pattern.exec(words);
      return found ? [{ id, start: at + found.index, end: at + found.index + found[0].length }] : [];
    });
    at += words.length + 2;
    return ranges;
  });
}

/** The paragraph in which a placement lies, or undefined when it lies nowhere. */
function homeOf({ range }: Placement, paragraphs: readonly Paragraph[]): number | undefined {
  let at = 0;
  for (const { id, words } of paragraphs) {
    if (range && range.start >= at && range.end <= at + words.length) return id;
    at += words.length + 2;
  }
  return range && -1;
}

/** How many annotations are still on words of their own paragraph; none may be on those of another. */
function placedAtHome(before: readonly Paragraph[], after: readonly Paragraph[], isBaseKnown: boolean): number {
  const base = textOf(before);
  const targets = targetsIn(before);
  const placements = anchorAll(textOf(after), describeAll(base, targets), isBaseKnown ? { baseText: base } : {});
  let atHome = 0;
  placements.forEach((placement, k) => {
    const home = homeOf(placement, after);
    if (home === undefined) return;
    assert.equal(home, targets[k]!.id, base.slice(targets[k]!.start, targets[k]!.end));
    atHome++;
  });
  return atHome;
}

type Edit =
  | { readonly kind: 'cut' | 'reword'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'write'; readonly at: number; readonly words: string };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ kind: fc.constant('write' as const), at: fc.nat(), words: notice }),
  fc.record({ kind: fc.constant('reword' as const), at: fc.nat() }),
);

function revised(paragraphs: readonly Paragraph[], made: Edit, newId: number): readonly Paragraph[] {
  const at = made.at % paragraphs.length;
  const chosen = paragraphs[at]!;
  switch (made.kind) {
    case 'cut':
      return paragraphs.length > 4 ? paragraphs.toSpliced(at, 1) : paragraphs;
    case 'move':
      return paragraphs.toSpliced(at, 1).toSpliced(made.to % paragraphs.length, 0, chosen);
    case 'write':
      return paragraphs.toSpliced(at, 0, { id: newId, words: made.words });
    case 'reword':
      return paragraphs.with(at, { ...chosen, words: chosen.words.replace('zo staat het in de rol', 'naar men zegt') });
  }
}

describe('no annotation comes upon the words of another paragraph', () => {
  it('when an article was revised several times since, with the base known', () => {
    fc.assert(
      fc.property(articles, fc.array(edit, { minLength: 1, maxLength: 8 }), (before, edits) => {
        const after = edits.reduce<readonly Paragraph[]>((text, made, k) => revised(text, made, 1000 + k), before);
        placedAtHome(before, after, true);
      }),
      { numRuns: 30 },
    );
  });

  it('when it was translated paragraph by paragraph, with the base known', () => {
    fc.assert(
      fc.property(articles, fc.nat(), (before, seed) => {
        const after = before.map(({ id, words }) =>
          (id + seed) % 2 === 0
            ? { id, words }
            : {
                id: id + 1000,
                words: `Somebody of that town, it was told in the year ${1640 + id}, went to law about a boat.`,
              },
        );
        placedAtHome(before, after, true);
      }),
      { numRuns: 30 },
    );
  });

  for (const isBaseKnown of [true, false]) {
    const how = `, with the base ${isBaseKnown ? 'known' : 'unknown'}`;

    it(`when the file holds another article now${how}`, () => {
      fc.assert(
        fc.property(articles, others, (before, after) => {
          assert.equal(placedAtHome(before, after, isBaseKnown), 0);
        }),
        { numRuns: 30 },
      );
    });

    it(`when two articles were joined in one file, or one was split${how}`, () => {
      fc.assert(
        fc.property(articles, others, fc.boolean(), (before, added, isFirst) => {
          const both = isFirst ? [...before, ...added] : [...added, ...before];
          const placed = placedAtHome(before, both, isBaseKnown);
          if (isBaseKnown) assert.equal(placed, 2 * before.length);
          placedAtHome(both, before, isBaseKnown);
        }),
        { numRuns: 30 },
      );
    });

    it(`when it was scanned again, with other misreadings and line ends${how}`, () => {
      fc.assert(
        fc.property(articles, fc.array(fc.nat(), { minLength: 5, maxLength: 30 }), (before, misread) => {
          const after = before.map(({ id, words }) => ({
            id,
            words: [...words]
              .map((letter, k) =>
                misread.includes((k * 31 + id * 17) % 97) ? (MISREADINGS.get(letter) ?? letter) : letter,
              )
              .join('')
              .replace(/ ging /, '\nging '),
          }));
          placedAtHome(before, after, isBaseKnown);
        }),
        { numRuns: 30 },
      );
    });

    it(`when a reprint corrects years and sums, which is told${how}`, () => {
      fc.assert(
        fc.property(articles, (before) => {
          const after = before.map(({ id, words }) => ({
            id,
            words: words.replace(/(\d+) gulden/, (_, n) => `${Number(n) + 7} gulden`),
          }));
          placedAtHome(before, after, isBaseKnown);
          const base = textOf(before);
          const sums = targetsIn(before).filter(({ start, end }) => base.slice(start, end).endsWith('gulden'));
          const options = isBaseKnown ? { baseText: base } : {};
          for (const { state, changed } of anchorAll(textOf(after), describeAll(base, sums), options))
            if (state === 'anchored') assert.equal(changed, true);
        }),
        { numRuns: 30 },
      );
    });
  }
});

/** What a scanner makes of letters. */
const MISREADINGS = new Map([
  ['e', 'c'],
  ['l', '1'],
  ['n', 'u'],
  ['i', 'í'],
  ['o', '0'],
]);
