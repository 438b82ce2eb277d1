/** Texts of our own making, the same for the same seed: prose, and law with its endless near-repetitions. */

export type Random = () => number;

/** Mulberry32 (T. Ettinger, public domain): small, seedable, good enough for choosing words. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const oneOf = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const SYLLABLES =
  'ba be bo da de do fa fe ga ge ha he ka ke ko la le lo ma me mo na ne no pa pe ra re ro sa se so ta te to va ve wa we za ze'.split(
    ' ',
  );
const SMALL =
  'the of and to in that was it for on with as his her at by had not but from they which this were one all when who an no'.split(
    ' ',
  );

/** Paragraphs of 3 to 9 sentences with a vocabulary of some 6,000 words in a Zipf-like distribution. */
export function prose(length: number, seed: number): string {
  const random = randomFrom(seed);
  const vocabulary = Array.from(
    { length: 6000 },
    () =>
      Array.from({ length: 1 + Math.floor(random() * 3) }, () => oneOf(random, SYLLABLES)).join('') +
      oneOf(random, ['', 'n', 'r', 's', 'ng', 'd']),
  );
  const word = (): string => {
    const roll = random();
    if (roll < 0.42) return oneOf(random, SMALL);
    if (roll < 0.45) return String(1 + Math.floor(random() * 2000));
    return vocabulary[Math.floor(vocabulary.length * random() ** 2.2)]!;
  };
  const sentence = (): string => {
    const words = Array.from({ length: 5 + Math.floor(random() * 22) }, word);
    if (random() < 0.3) words[Math.floor(words.length / 2)] += ',';
    if (random() < 0.12) words[0] = `“${words[0]!}”`;
    return words[0]!.charAt(0).toUpperCase() + words[0]!.slice(1) + ' ' + words.slice(1).join(' ') + '.';
  };
  const paragraphs: string[] = [];
  for (let size = 0; size < length; size += paragraphs.at(-1)!.length + 2)
    paragraphs.push(Array.from({ length: 3 + Math.floor(random() * 7) }, sentence).join(' '));
  return paragraphs.join('\n\n');
}

const OFFENCES = [
  'enters a harbour without a pilot',
  'keeps a ferry without a licence',
  'sells fuel below the fixed price',
  'removes a buoy or beacon',
  'withholds the log book from an inspector',
  'carries more passengers than the register allows',
  'moors at a quay that is closed',
  'gives a false name to the harbour master',
];
const PENALTIES = [
  'a fine of the first category',
  'a fine of the second category',
  'imprisonment not exceeding three months',
  'imprisonment not exceeding one year or a fine of the fourth category',
  'community service not exceeding 120 hours',
];
const ROLES = ['The harbour master', 'The inspector', 'The minister', 'The licence holder', 'The owner of the vessel'];
const DUTIES = [
  'shall keep a register of all vessels',
  'shall inform the minister without delay',
  'shall produce the documents on request',
  'may grant an exemption for a period not exceeding one year',
  'may refuse entry where the safety of navigation so requires',
];

/** Articles whose sentences are drawn from few templates: most paragraphs have near doubles, and many exact ones. */
export function law(length: number, seed: number): string {
  const random = randomFrom(seed);
  const paragraphs: string[] = [];
  let article = 0;
  for (let size = 0; size < length; size += paragraphs.at(-1)!.length + 1) {
    const kind = random();
    if (kind < 0.25) paragraphs.push(`Article ${++article}`);
    else if (kind < 0.6)
      paragraphs.push(
        `${1 + Math.floor(random() * 5)}. Any person who intentionally ${oneOf(random, OFFENCES)} shall be liable to ${oneOf(random, PENALTIES)}, without prejudice to article ${1 + Math.floor(random() * 60)}, paragraph ${1 + Math.floor(random() * 5)}.`,
      );
    else if (kind < 0.85)
      paragraphs.push(
        `${1 + Math.floor(random() * 5)}. ${oneOf(random, ROLES)} ${oneOf(random, DUTIES)} within ${1 + Math.floor(random() * 30)} days of the notice referred to in article ${1 + Math.floor(random() * 60)}.`,
      );
    else paragraphs.push(`${oneOf(random, ROLES)} ${oneOf(random, DUTIES)}.`);
  }
  return paragraphs.join('\n');
}
