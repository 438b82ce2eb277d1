/** Dutch articles of our own making with translation notes, the same for the same seed. */
import { describeAll } from '../../../src/core/anchoring';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { editSidecar } from '../../../src/core/sidecar';
import type { GlossaryTerm } from '../../../src/core/translation';
import { oneOf, randomFrom, type Random } from '../anchoring/texts';

export interface Article {
  readonly name: string;
  readonly text: string;
  readonly annotations: readonly Annotation[];
}

/** Notes on an article. */
export const NOTES = 5;
/** Terms of the glossary. */
const GLOSSARY = 300;

const HEADS = 'aanklacht straf boete zitting verdachte getuige vonnis bewijs onderzoek dossier verzoek besluit'.split(
  ' ',
);
const RENDERED = 'charge sentence fine hearing suspect witness judgment evidence inquiry file request decision'.split(
  ' ',
);
const BENDS = 'zwaar licht oud nieuw geheim open streng vaag laat vroeg lang kort vals echt breed smal'.split(' ');
const BENT = 'grave light old new secret open strict vague late early long short false true broad narrow'.split(' ');
const FILLERS = [
  'De rechter zei dat het niet aan de rechtbank was om daar nu over te oordelen.',
  'Volgens de krant werd er in de stad lang over gesproken, maar niemand wilde zijn naam geven.',
  'Zij hadden het niet gezien en wisten ook niet wie het had gedaan.',
  'Na de zitting bleef het stil op het plein voor het gebouw.',
  'Het was niet de eerste keer dat de raadsman daarom vroeg, en het zou niet de laatste keer zijn.',
  'De familie van de man heeft daar niets over gehoord, zei zijn broer.',
];

interface Term {
  readonly words: string;
  readonly rendering: string;
}

/** Adjective and noun of every combination, so that a corpus has some 200 terms that recur. */
const TERMS: readonly Term[] = HEADS.flatMap((head, h) =>
  BENDS.map((bend, b) => ({ words: `${bend}e ${head}`, rendering: `${BENT[b]!} ${RENDERED[h]!}` })),
);

/** An article of some 4,000 characters with notes: on terms that recur, now and then rendered otherwise, and on an amount. */
export function article(k: number, seed = 1): Article {
  const random = randomFrom(seed * 100_003 + k);
  const chosen = Array.from({ length: NOTES - 1 }, () => oneOf(random, TERMS));
  const years = 1 + Math.floor(random() * 30);
  const amount: Term = {
    words: `${years} jaar cel`,
    rendering: random() < 0.1 ? 'a term in prison' : `${years} years in prison`,
  };
  const sentences = Array.from({ length: 42 }, () => oneOf(random, FILLERS));
  const noted = [...chosen, amount];
  noted.forEach(
    ({ words }, n) => (sentences[3 + 8 * n] = `Daarop volgde de ${words}, nummer ${k} in een reeks van ${n}.`),
  );
  const text = paragraphs(sentences);
  let from = 0;
  const targets = noted.map(({ words }) => {
    const start = text.indexOf(words, from);
    from = start + words.length;
    return [{ start, end: from }];
  });
  const selectors = describeAll(text, targets);
  const annotations = noted.map((term, n): Annotation => {
    const id = `k${(k * NOTES + n).toString().padStart(7, '0')}`;
    return {
      ...{
        id,
        author: 'anna',
        type: 'note',
        selector: selectors[n]!,
        created: '2026-11-21T20:15:00Z',
        state: 'settled',
      },
      rendering: renderingOf(random, term),
    };
  });
  return { name: `artikel-${String(k).padStart(5, '0')}.txt`, text, annotations };
}

function renderingOf(random: Random, { words, rendering }: Term): string {
  const roll = random();
  return roll < 0.02 ? `${rendering}, so called` : roll < 0.03 ? words : rendering;
}

function paragraphs(sentences: readonly string[]): string {
  return sentences.map((sentence, k) => sentence + (k % 6 === 5 ? '\n\n' : ' ')).join('');
}

export function sidecarOf({ name, annotations }: Article): string {
  const edits = annotations.map((annotation) => ({ kind: 'add-annotation', annotation }) as const);
  return editSidecar(undefined, edits, { fileName: name }).text;
}

/** Terms that the articles have, and as many that they lack. */
export function glossary(): GlossaryTerm[] {
  return Array.from({ length: GLOSSARY }, (_, k) => {
    const { words, rendering } = TERMS[(k * 7) % TERMS.length]!;
    const has = k % 2 === 0;
    return {
      term: has ? words : `${words} van ${k} dagen`,
      language: 'nl',
      renderings: [rendering],
      avoid: [`so called ${rendering}`],
    };
  });
}

export function glossaryText(): string {
  const entries = new Map(
    glossary().map(({ term, renderings, avoid }) => [
      term,
      `  "${term}":\n    language: nl\n    rendering: "${renderings[0]!}"\n    avoid: ["${avoid[0]!}"]\n`,
    ]),
  );
  return `glossator: 1\nterms:\n${[...entries.values()].join('')}`;
}
