import { editSidecar, parseSidecar, type SidecarEdit } from '../../../src/core/sidecar';
import { randomFrom } from '../../bench/anchoring/texts';

/** Draws from a sequence of random numbers; every word it makes is new, so that a lost one is missed. */
export class Pen {
  private words = 0;
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = randomFrom(seed);
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  chance(of: number): boolean {
    return this.random() < of;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** A word that stands nowhere else. `kind` says what it is for: a text, a comment, an id, a key. */
  word(kind: 't' | 'c' | 'g' | 'k' = 't'): string {
    return `${kind}${(++this.words).toString(36)}q`;
  }
}

export const wordsOf = (text: string): ReadonlySet<string> => new Set(text.match(/[tcgk][0-9a-z]+q\b/g) ?? []);

const ODD_IDS = ['2019-03-10', '1e40', '12', 'no', '__proto__', '"a b"', '12:30', "'x''y'", '~', '0x1F', '"😀"'];
const ODD_AUTHORS = ['anna', 'bram', '"Carla de Wit"', 'José', "'no'", '__proto__', '李', '12'];

/** A scalar behind a key's colon, in one of the styles that YAML has. */
function scalar(pen: Pen, column: number): string {
  const pad = ' '.repeat(column + 2);
  const word = pen.word();
  return pen.pick([
    ` ${word}`,
    ` '${word} it''s'`,
    ` "${word} \\"q\\" \\u00e9 \\x41 \\t"`,
    ` |\n${pad}${word}\n${pad}second # no comment\n\n${pad}third`,
    ` >-\n${pad}${word}\n${pad}folded`,
    ` |+\n${pad}${word}\n`,
    ` ${word}\n${pad}more plain`,
    ` "${word}\n${pad}more\\\n${pad}quoted"`,
    ` ${word} # ${pen.word('c')}`,
    `   "${word}"  # ${pen.word('c')}`,
    ` |2-\n${pad} ${word}`,
    ` ${word} 😀 „zo”`,
  ]);
}

function unknownValue(pen: Pen, column: number): string {
  const pad = ' '.repeat(column + 2);
  return pen.pick([
    ` { deep: [1, ${pen.word()}], "k": 2019-03-10 }`,
    `\n${pad}inner:${scalar(pen, column + 2)}\n${pad}other: 1`,
    `\n${' '.repeat(column)}- ${pen.word()}\n${' '.repeat(column)}- a: ${pen.word()}`,
    ` [${pen.word()},\n${pad}${pen.word()}]`,
    ` 2019-03-10 # ${pen.word('c')}`,
    scalar(pen, column),
  ]);
}

function entry(pen: Pen, column: number, id: string): readonly string[] {
  const pad = ' '.repeat(column);
  const step = pen.pick([1, 2, 2, 4]);
  const inner = ' '.repeat(column + step);
  const deeper = inner + ' '.repeat(step);
  if (pen.chance(0.2))
    return [`${pad}${id}: { type: note, quote: "${pen.word()}", own: ${pen.word()} } # ${pen.word('c')}`];
  if (pen.chance(0.1)) return [`${pad}${id}: { type: note,\n${inner}quote: "${pen.word()}" }`];
  const fields = [
    `${inner}type: ${pen.pick(['note', '"place"', pen.word()])}`,
    `${inner}quote:${pen.chance(0.5) ? scalar(pen, column + step) : ` [${pen.word()}, "${pen.word()}"]`}`,
    `${inner}rendering:${scalar(pen, column + step)}`,
    `${inner}created: "2026-11-2${pen.below(9)}T20:15:00Z"`,
    `${inner}state: ${pen.pick(['draft', 'wrong'])}`,
    `${inner}charge:\n${deeper}stage: suspected\n${deeper}mine:${unknownValue(pen, column + 2 * step)}`,
    `${inner}alternatives:\n${inner}  - text: ${pen.word()}\n${inner}    own: ${pen.word()}\n${inner}  - { text: ${pen.word()} }`,
    `${inner}position: # by Glossator\n${deeper}parts: [[1, 3]]\n${deeper}before: "${pen.word()}"`,
    `${inner}${pen.pick(['my_key', 'x y', '"q k"', '2019', "'s'", 'é'])}:${unknownValue(pen, column + step)}`,
  ].filter((_, place) => place < 2 || pen.chance(0.4));
  const lines = [`${pad}${id}:`];
  while (fields.length > 0) {
    if (pen.chance(0.15)) lines.push(`${pen.pick([inner, pad, ''])}# ${pen.word('c')}`);
    lines.push(...fields.splice(pen.below(fields.length), 1));
  }
  return lines;
}

/**
 * A sidecar as people and other programs write them: sound, but in any style, with comments wherever they may stand,
 * unknown keys, odd names and ids, perhaps CRLF, a BOM, a document's start or end.
 */
export function handWritten(pen: Pen): string {
  const authorColumn = pen.pick([1, 2, 2, 4]);
  const column = authorColumn + pen.pick([1, 2, 2, 3]);
  const comment = (of: number): readonly string[] => (pen.chance(of) ? [`# ${pen.word('c')}`] : []);
  // An id that stands twice is a problem of its own.
  const oddIds = [...ODD_IDS.slice(pen.below(ODD_IDS.length))];
  const section = (name: string): readonly string[] => {
    const lines = [`${name}:${pen.chance(0.1) ? ` # ${pen.word('c')}` : ''}`];
    for (const author of ODD_AUTHORS.filter(() => pen.chance(0.3))) {
      lines.push(...comment(0.2), `${' '.repeat(authorColumn)}${author}:`);
      const odd = oddIds.splice(0, pen.chance(0.3) ? 1 : 0);
      for (const id of [...odd, ...Array.from({ length: pen.below(3) }, () => pen.word('g'))])
        lines.push(...comment(0.2), ...entry(pen, column, id), ...(pen.chance(0.6) ? [''] : []));
    }
    return lines;
  };
  const source = ['source:', `  title:${scalar(pen, 2)}`, `  mine:${unknownValue(pen, 2)}`];
  const lines = [
    ...(pen.chance(0.1) ? ['---'] : []),
    ...comment(0.5),
    'glossator: 1',
    ...(pen.chance(0.5) ? ['', ...comment(0.3), ...source] : []),
    ...['', ...comment(0.3), ...section('annotations')],
    ...(pen.chance(0.6) ? ['', ...comment(0.3), ...section('rejected')] : []),
    ...(pen.chance(0.3) ? [`${pen.word('k')}:${unknownValue(pen, 0)}`] : []),
    ...comment(0.2),
    ...(pen.chance(0.05) ? ['...'] : []),
  ];
  const text = lines.join('\n') + (pen.chance(0.85) ? '\n' : '');
  const marked = pen.chance(0.1) ? `\ufeff${text}` : text;
  return pen.chance(0.15) ? marked.replaceAll('\n', '\r\n') : marked;
}

/** The text after something that a person or the program does to it; it stays sound. */
export function changedBy(pen: Pen, text: string): string {
  const lines = text.split('\n');
  const at = pen.below(lines.length);
  const { set } = parseSidecar(text);
  const annotation = set.annotations[pen.below(set.annotations.length)];
  const edited = (edit: SidecarEdit): string => editSidecar(text, [edit], { fileName: 'nrc.txt' }).text;
  const byHand = (place: number, remove: number, line: string): string => {
    const changed = lines.toSpliced(place, remove, line).join('\n');
    return parseSidecar(changed).writable ? changed : text;
  };
  const indent = /^ */.exec(lines[at]!)![0];
  const selector = { quote: [pen.word()] };
  const modified = { by: 'anna', at: `2026-11-2${pen.below(9)}T00:00:00Z` };
  switch (pen.below(8)) {
    case 0:
      return byHand(at, 0, `${indent}# ${pen.word('c')}`);
    case 1:
      return /[\w"}\]]$/.test(lines[at]!) ? byHand(at, 1, `${lines[at]!} # ${pen.word('c')}`) : text;
    case 2:
      return /^ +(?:type|state|created):/.test(lines[at]!)
        ? byHand(at, 0, `${indent}${pen.word('k')}: "${pen.word()}"`)
        : text;
    case 3:
      return byHand(at, 1, lines[at]!.replace(/\bt[0-9a-z]+q\b/, pen.word()));
    case 4:
      return edited({ kind: 'set-source', key: pen.pick(['title', 'url']), value: pen.word() });
    case 5:
      return annotation === undefined
        ? text
        : edited({ kind: 'update-annotation', annotation: { ...annotation, rendering: pen.word(), modified } });
    case 6:
      return annotation === undefined ? text : edited({ kind: 'remove-annotation', id: annotation.id });
    default: {
      const id = pen.word('g');
      const author = pen.pick(['anna', 'bram', 'no']);
      return edited({ kind: 'add-annotation', annotation: { id, author, type: 'note', selector } });
    }
  }
}
