import type { Pen } from './hand-written';

/** An entry as its lines are written: values are YAML, a block below its key where they begin with a line break. */
interface WrittenEntry {
  id: string;
  /** One line, as replies and rejections are written. */
  readonly flow: boolean;
  fields: Map<string, string>;
  above: string[];
  behind: string;
}

interface WrittenSection {
  author: string;
  above: string[];
  readonly entries: WrittenEntry[];
}

/** A sidecar that branches change line by line, as people do in an editor and programs do in a file. */
export interface WrittenFile {
  head: string;
  readonly source: Map<string, string>;
  readonly own: Map<string, string>;
  readonly annotations: WrittenSection[];
  readonly rejected: WrittenSection[];
  readonly tail: string[];
}

const copy = (file: WrittenFile): WrittenFile => structuredClone(file);

function time(pen: Pen): string {
  const two = (from: number, below: number): string => String(from + pen.below(below)).padStart(2, '0');
  return `"2026-${two(1, 12)}-${two(1, 28)}T${two(0, 24)}:${two(0, 60)}:${two(0, 60)}Z"`;
}

function position(pen: Pen): string {
  const text = Array.from({ length: 12 }, () => pen.pick([...'0123456789abcdef'])).join('');
  const start = pen.below(500);
  return ` # by Glossator\n  text: "${text}"\n  parts: [[${start}, ${start + 1 + pen.below(50)}]]\n  before: "${pen.word()}"`;
}

function annotation(pen: Pen, id = pen.word('g')): WrittenEntry {
  const optional: readonly [string, () => string][] = [
    ['rendering', () => `"${pen.word()}"`],
    ['explanation', () => `"${pen.word()}"`],
    ['charge', () => `\n  stage: suspected\n  law: { added: "${pen.word()}" }`],
    ['alternatives', () => `\n  - { text: "${pen.word()}" }\n  - { text: "${pen.word()}", why: "${pen.word()}" }`],
    ['state', () => pen.pick(['draft', 'settled', 'doubtful'])],
    ['my_key', () => pen.pick([`{ a: ${pen.word()}, b: [1, 2] }`, pen.word(), `[${pen.word()}, 1e40]`])],
    ['position', () => position(pen)],
  ];
  const fields = new Map([
    ['type', pen.pick(['note', 'person', 'charge'])],
    ['quote', pen.chance(0.2) ? `["${pen.word()}", "${pen.word()}"]` : `"${pen.word()}"`],
    ['created', time(pen)],
  ]);
  for (const [key, value] of optional) if (pen.chance(0.4)) fields.set(key, value());
  return { id, flow: false, fields, above: [], behind: '' };
}

function reply(pen: Pen, to: string): WrittenEntry {
  const fields = new Map([
    ['reply_to', to],
    ['text', `"${pen.word()}"`],
    ['created', time(pen)],
  ]);
  return { id: pen.word('g'), flow: true, fields, above: [], behind: '' };
}

function rejection(pen: Pen): WrittenEntry {
  const fields = new Map([
    ['type', 'place'],
    ['quote', `"${pen.word()}"`],
    ['scope', pen.pick(['here', 'source'])],
    ['created', time(pen)],
  ]);
  return { id: pen.word('g'), flow: true, fields, above: [], behind: '' };
}

/** A sidecar of one to three authors. */
export function ancestor(pen: Pen): WrittenFile {
  const file: WrittenFile = {
    head: '# Annotations of nrc.txt',
    source: new Map(pen.chance(0.7) ? [['language', 'nl'] as const, ['title', `"${pen.word()}"`] as const] : []),
    own: new Map(pen.chance(0.3) ? [['project', `"${pen.word()}"`]] : []),
    annotations: [],
    rejected: [],
    tail: [],
  };
  for (const author of ['anna', 'bram', 'Carla'].slice(0, 1 + pen.below(3))) {
    const entries = Array.from({ length: pen.below(5) }, () => annotation(pen));
    if (entries.length > 0 && pen.chance(0.4)) entries.push(reply(pen, pen.pick(entries).id));
    file.annotations.push({ author, above: [], entries });
    const rejections = Array.from({ length: pen.below(3) }, () => rejection(pen));
    file.rejected.push({ author, above: [], entries: rejections });
  }
  return file;
}

const indented = (value: string, pad: string): string => value.replace(/\n/g, `\n${pad}`);

/** The file's text, in the layout that the program writes. */
export function written(file: WrittenFile): string {
  const lines = [file.head, 'glossator: 1'];
  if (file.source.size > 0) lines.push('', 'source:', ...[...file.source].map(([key, value]) => `  ${key}: ${value}`));
  for (const name of ['annotations', 'rejected'] as const) {
    lines.push('', `${name}:`);
    for (const { author, above, entries } of file[name]) {
      lines.push(...above.map((comment) => `  ${comment}`), `  ${author}:`);
      for (const entry of entries) lines.push(...entryLines(entry), '');
    }
  }
  for (const [key, value] of file.own) lines.push('', `${key}: ${value}`);
  return `${[...lines, ...file.tail].join('\n')}\n`;
}

function entryLines({ id, flow, fields, above, behind }: WrittenEntry): readonly string[] {
  const comments = above.map((comment) => `    ${comment}`);
  const pairs = [...fields];
  if (flow) return [...comments, `    ${id}: { ${pairs.map((pair) => pair.join(': ')).join(', ')} }${behind}`];
  const body = pairs.map(
    ([key, value]) => `      ${key}:${/^[\n ]/.test(value) ? '' : ' '}${indented(value, '      ')}`,
  );
  return [...comments, `    ${id}:${behind}`, ...body];
}

interface Placed {
  readonly section: WrittenSection;
  readonly entry: WrittenEntry;
}

function placed(sections: readonly WrittenSection[], wanted: (entry: WrittenEntry) => boolean = () => true): Placed[] {
  return sections.flatMap((section) => section.entries.filter(wanted).map((entry) => ({ section, entry })));
}

function takeOut({ section, entry }: Placed): void {
  section.entries.splice(section.entries.indexOf(entry), 1);
}

const isLong = ({ flow }: WrittenEntry): boolean => !flow;
const SAME_ID = 'gsame001';

type Change = (file: WrittenFile, pen: Pen) => void;

/** Does something to one of the things that there are, if there are any. */
const toOne =
  <T>(choices: (file: WrittenFile) => readonly T[], change: (one: T, pen: Pen, file: WrittenFile) => void): Change =>
  (file, pen) => {
    const list = choices(file);
    if (list.length > 0) change(pen.pick(list), pen, file);
  };
const toLong = (change: (fields: Map<string, string>, pen: Pen) => void): Change =>
  toOne(
    (file) => placed(file.annotations, isLong),
    ({ entry }, pen) => change(entry.fields, pen),
  );

/** What a person or a program does to a sidecar, by name. */
const CHANGES: Readonly<Record<string, Change>> = {
  add: toOne(
    (file) => file.annotations,
    ({ entries }, pen) => entries.push(annotation(pen)),
  ),
  'open a section': (file, pen) => {
    if (file.annotations.some(({ author }) => author === 'Els')) return;
    file.annotations.unshift({ author: 'Els', above: [], entries: [annotation(pen)] });
    file.rejected.unshift({ author: 'Els', above: [], entries: [] });
  },
  reject: toOne(
    (file) => file.rejected,
    ({ entries }, pen) => entries.push(rejection(pen)),
  ),
  reply: toOne(
    (file) => placed(file.annotations),
    ({ entry }, pen, file) => pen.pick(file.annotations).entries.push(reply(pen, entry.id)),
  ),
  remove: toOne((file) => placed(file.annotations), takeOut),
  'remove a rejection': toOne((file) => placed(file.rejected), takeOut),
  'edit a field': toLong((fields, pen) =>
    fields.set(pen.pick(['rendering', 'explanation', 'literal', 'my_key']), `"${pen.word()}"`),
  ),
  'edit a reply': toOne(
    (file) => placed(file.annotations, ({ fields }) => fields.has('reply_to')),
    ({ entry }, pen) => entry.fields.set('text', `"${pen.word()}"`),
  ),
  'drop a field': toLong((fields, pen) =>
    fields.delete(pen.pick(['rendering', 'explanation', 'state', 'alternatives'])),
  ),
  'change the state': toLong((fields, pen) => fields.set('state', pen.pick(['draft', 'settled', 'doubtful']))),
  stamp: toLong((fields, pen) => fields.set('modified', `{ by: "${pen.pick(['anna', 'bram'])}", at: ${time(pen)} }`)),
  'add an alternative': toLong((fields, pen) =>
    fields.set('alternatives', `${fields.get('alternatives') ?? ''}\n  - { text: "${pen.word()}" }`),
  ),
  'charge otherwise': toLong((fields, pen) => {
    const charge = fields.get('charge') ?? '\n  stage: suspected';
    const stage = pen.pick(['accused', 'charged', 'convicted']);
    const changed = pen.pick([
      charge.replace(/stage: \w+/, `stage: ${stage}`),
      charge.replace(/law: .*/, `law: { added: "${pen.word()}" }`),
    ]);
    fields.set('charge', changed);
  }),
  'confirm the position': toLong((fields, pen) => {
    fields.set('position', position(pen));
    if (pen.chance(0.3)) fields.set('quote', `"${pen.word()}"`);
  }),
  'hand over': toOne(
    (file) => placed(file.annotations),
    (one, pen, file) => {
      takeOut(one);
      pen.pick(file.annotations).entries.push(one.entry);
    },
  ),
  'move into rejected': toOne(
    (file) => placed(file.annotations, isLong).filter(() => file.rejected.length > 0),
    (one, pen, file) => {
      takeOut(one);
      pen.pick(file.rejected).entries.push(one.entry);
    },
  ),
  rename: toOne(
    (file) => file.annotations,
    ({ author: from }, pen, file) => {
      const to = pen.pick(['"Anna de Wit"', 'Zoë', 'dora']);
      const sections = [...file.annotations, ...file.rejected];
      if (sections.some(({ author }) => author === to)) return;
      for (const section of sections) if (section.author === from) section.author = to;
    },
  ),
  'comment on an entry': toOne(
    (file) => placed([...file.annotations, ...file.rejected]),
    ({ entry }, pen) => {
      if (pen.chance(0.5)) entry.above.push(`# ${pen.word('c')}`);
      else entry.behind = ` # ${pen.word('c')}`;
    },
  ),
  'comment on a section': toOne(
    (file) => file.annotations,
    (section, pen) => (section.above = [`# ${pen.word('c')}`]),
  ),
  'comment at the top': (file, pen) => (file.head = `# ${pen.word('c')}`),
  'comment at the end': (file, pen) => file.tail.push(`# ${pen.word('c')}`),
  'order keys': toLong((fields, pen) => {
    const pairs = [...fields];
    fields.clear();
    while (pairs.length > 0) fields.set(...pairs.splice(pen.below(pairs.length), 1)[0]!);
  }),
  'sort entries': (file) => {
    for (const { entries } of file.annotations) entries.sort((a, b) => (a.id < b.id ? 1 : -1));
  },
  'sort sections': (file) => void file.annotations.reverse(),
  'tell of the source': (file, pen) =>
    file.source.set(pen.pick(['title', 'date', 'publication', 'mine']), `"${pen.word()}"`),
  'drop a key of the source': (file, pen) => file.source.delete(pen.pick(['title', 'language'])),
  'set a key of one’s own': (file, pen) =>
    file.own.set(
      pen.pick(['project', 'team']),
      pen.pick([`"${pen.word()}"`, `[${pen.word()}]`, `{ a: ${pen.word()} }`]),
    ),
  'drop a key of one’s own': (file) => file.own.delete('project'),
  'use an id that another branch uses': toOne(
    (file) => (placed(file.annotations, ({ id }) => id === SAME_ID).length > 0 ? [] : file.annotations),
    ({ entries }, pen) => {
      entries.push(annotation(pen, SAME_ID));
      if (pen.chance(0.5)) entries.push(reply(pen, SAME_ID));
    },
  ),
};

/** What a branch made of a file, and what it did, for a message. */
export interface Branch {
  readonly file: WrittenFile;
  readonly text: string;
  readonly story: string;
}

/** How a whole file is written by another program. */
const STYLES: Readonly<Record<string, (text: string) => string>> = {
  CRLF: (text) => text.replace(/\n/g, '\r\n'),
  'a BOM': (text) => `\ufeff${text}`,
  'no last line break': (text) => text.trimEnd(),
  'no blank lines': (text) => text.replace(/\n\n+/g, '\n'),
};

/** A branch of one to five changes, and perhaps of a program that wrote the whole file anew. */
export function branch(
  pen: Pen,
  base: WrittenFile,
  formatters: Readonly<Record<string, (text: string) => string>> = {},
): Branch {
  const file = copy(base);
  const names = Array.from({ length: 1 + pen.below(5) }, () => pen.pick(Object.keys(CHANGES)));
  for (const name of names) CHANGES[name]!(file, pen);
  const styles = { ...STYLES, ...formatters };
  const style = pen.chance(0.25) ? pen.pick(Object.keys(styles)) : undefined;
  const text = written(file);
  return { file, text: style === undefined ? text : styles[style]!(text), story: [...names, style ?? ''].join(', ') };
}
