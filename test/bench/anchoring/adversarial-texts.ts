/**
 * Texts that are hard to find one's way in: what stands there stands there again and again, or is not made of words between spaces.
 * All are of our own making and the same for the same seed.
 */
import { oneOf, randomFrom, type Random } from './texts';

type Make = (length: number, seed: number) => string;

/** Pieces from `next`, until they have this length together. */
const madeOf =
  (separator: string, next: (random: Random, number: number) => string): Make =>
  (length, seed) => {
    const random = randomFrom(seed);
    const pieces: string[] = [];
    for (let size = 0; size < length; size += pieces.at(-1)!.length + separator.length)
      pieces.push(next(random, pieces.length + 1));
    return pieces.join(separator);
  };

const upTo = (random: Random, most: number): number => 1 + Math.floor(random() * most);

const several = (random: Random, most: number, list: readonly string[], separator: string): string =>
  Array.from({ length: upTo(random, most) }, () => oneOf(random, list)).join(separator);

const MEMBERS = ['Mrs Aalbers', 'Mr Okafor', 'Mr Lindqvist', 'Mrs Castellani', 'Mr De Boer'];
const REMARKS = [
  'The minutes of the previous meeting are adopted without amendment.',
  'There are no apologies for absence.',
  'The treasurer has no remarks.',
  'The motion is carried by a show of hands.',
  'The point is deferred to the next meeting.',
  'Nobody wishes to speak to this item.',
];

/** Minutes of one meeting after another; most sentences are the same in all of them. */
const minutes = madeOf('\n\n', (random, number) =>
  [
    `Meeting of the board, no. ${number}`,
    `The chair opens the meeting at ${18 + upTo(random, 3)}.${10 + upTo(random, 49)} and welcomes those present.`,
    ...Array.from(
      { length: upTo(random, 6) },
      (_, k) => `${k + 1}. ${oneOf(random, MEMBERS)} reports. ${several(random, 3, REMARKS, ' ')}`,
    ),
    'There being no further business, the chair closes the meeting.',
  ].join('\n'),
);

const VERSES = [
  'The lamps go out along the quay',
  'and no one calls the ferry now',
  'the tide has taken rope and oar',
  'a gull stands still upon the bow',
  'my mother hung the nets to dry',
  'the bell has rung, the bell has rung',
  'I counted every sail but one',
  'the song was old when we were young',
];

/** Songs: stanzas of lines that come back, and after each the same refrain. */
const songs = madeOf(
  '\n\n',
  (random) =>
    `${Array.from({ length: 2 + upTo(random, 3) }, () => oneOf(random, VERSES)).join(',\n')}.\n\nHaul away, haul away,\nhaul away home,\nthe wind is in the west, my love,\nhaul away home.`,
);

const PORTS = ['Vlissingen', 'Terneuzen', 'Breskens', 'Veere', 'Zierikzee'];
const CARGOES = ['salt', 'madder', 'herring', 'timber', ''];

/** A table: cells of which most are small numbers, empty, or one of a few names. */
const table = madeOf(
  '\n',
  (random) =>
    `| ${oneOf(random, PORTS)} | ${oneOf(random, PORTS)} | ${upTo(random, 30)} | ${oneOf(random, CARGOES)} | ${upTo(random, 9)}0 | yes |`,
);

/** A list of which many items are the same, one level deep or two. */
const list = madeOf(
  '\n',
  (random) =>
    `${random() < 0.3 ? '  * ' : '- '}${random() < 0.5 ? 'see ' : ''}${oneOf(random, PORTS)}, ${oneOf(random, CARGOES) || 'nothing'}`,
);

const ASKED = ['DO YOU RECALL THAT?', 'WHERE WERE YOU THEN?', 'IS THAT YOUR SIGNATURE?', 'AND WHO ELSE WAS THERE?'];
const ANSWERED = [
  'I DO NOT RECALL.',
  'YES.',
  'NO.',
  'I WAS ON THE QUAY.',
  'THAT IS MY SIGNATURE.',
  'NOBODY, YOUR HONOUR.',
];

/** A hearing taken down in capitals, on lines of some sixty characters. */
const hearing = madeOf(
  '\n',
  (random, number) =>
    `${String(number % 25 || 25).padStart(2)}  Q.  ON THE ${upTo(random, 28)}TH, ${oneOf(random, ASKED)}\n    A.  ${several(random, 2, ANSWERED, ' ')}`,
);

/** One line without end. */
const endless = madeOf(
  ' ',
  (random) =>
    `${oneOf(random, ['whereas', 'and', 'but', 'so'])} ${oneOf(random, MEMBERS)} ${several(random, 2, ['paid', 'promised', 'delivered', 'refused'], ' or ')} the ${oneOf(random, ['rent', 'grain', 'toll'])} of ${oneOf(random, PORTS)};`,
);

/** Letters outside the first plane, letters with several marks, and emoji that are several joined into one. */
const marked = madeOf(' ', (random) => {
  const clusters = ['𐌰', '𐌲𐌹', 'e\u0301', 'o\u0323\u0302', '👩‍🔬', '🏳️‍🌈', '\u05e9\u05c1\u05b8', 'क्षि', 'ng', '각', 'ü'];
  const word = several(random, 4, clusters, '');
  return random() < 0.08 ? `${word}.\n` : word;
});

/** A script that is written without spaces; the same clauses in ever other order. */
const unspaced = madeOf('。', (random) => {
  const clause = several(
    random,
    3,
    ['船長查看日誌', '港口已經關閉', '他們明天再來', '鹽和木材', '第二天早上', '沒有人回答'],
    '，',
  );
  return random() < 0.2 ? `\n${clause}` : clause;
});

export const ADVERSARIAL: Readonly<Record<string, Make>> = {
  minutes,
  songs,
  table,
  list,
  hearing,
  endless,
  marked,
  unspaced,
};
