/**
 * Texts that live on in versions, each with the history that is usual for its kind: a statute that is amended, a policy that is
 * rearranged, a draft that is rewritten, an article that is cut, a text that comes back from another format, a running report.
 */
import { pieces, shuffled, Writer, type Revise } from './revisions';
import { oneOf, randomFrom, type Random } from './texts';

/** A kind of text, and what happens to it between two versions. */
export interface Family {
  readonly make: (length: number, seed: number) => string;
  readonly histories: Readonly<Record<string, Revise>>;
}

const upTo = (random: Random, most: number): number => 1 + Math.floor(random() * most);

const madeOf =
  (separator: string, next: (random: Random, number: number) => string) =>
  (length: number, seed: number): string => {
    const random = randomFrom(seed);
    const all: string[] = [];
    for (let size = 0; size < length; size += all.at(-1)!.length + separator.length)
      all.push(next(random, all.length + 1));
    return all.join(separator);
  };

const BODIES = ['The Board', 'The Inspectorate', 'The licence holder', 'The applicant', 'An officer', 'The Minister'];
const VERBS = [
  'shall notify the Registrar of',
  'may require the production of',
  'shall keep a record of',
  'is not liable for',
  'must without undue delay correct',
  'may by order exempt from this Part',
];
const MATTERS = [
  'any change in the particulars entered in the register',
  'the vessels, vehicles and premises used for the purpose',
  'every consignment received in the preceding quarter',
  'the fees payable under the Schedule',
  'a failure to comply with a condition of the licence',
  'the persons employed in or about the premises',
];
const CONDITIONS = [
  'where the public interest so requires',
  'unless the contrary is proved',
  'subject to section $',
  'within $ days of the date of service',
  'for a period not exceeding $ months',
  'in accordance with section $(2)',
];

/** A statute in sections with numbered subsections and lettered items, which refer to one another. */
const statute = madeOf('\n\n', (random, number) => {
  const clause = (): string =>
    `${oneOf(random, VERBS)} ${oneOf(random, MATTERS)}, ${oneOf(random, CONDITIONS).replace('$', String(upTo(random, 80)))}`;
  const subsections = Array.from({ length: upTo(random, 5) }, (_, k) => {
    const head = `(${k + 1}) ${oneOf(random, BODIES)} ${clause()}`;
    if (random() < 0.7) return `${head}.`;
    const items = Array.from(
      { length: 1 + upTo(random, 3) },
      (_, i) => `    (${'abcd'[i]!}) ${oneOf(random, MATTERS)};`,
    );
    return `${head}, in particular:\n${items.join('\n')}`;
  });
  return `${number}. ${oneOf(random, MATTERS).replace(/^\w+ /, '')}\n${subsections.join('\n')}`;
});

/** Sections come in and the rest is renumbered, references too; subsections are repealed and those behind them move up. */
const amended: Revise = (text, seed) => {
  const random = randomFrom(seed);
  const writer = new Writer(text);
  const sections = pieces(text, /(?:[^\n]+\n?)+\n*/g);
  const numbers = new Map<number, number>();
  const insertedBefore = sections.map((_, k) => (random() < 0.05 ? k : -1));
  let shift = 0;
  sections.forEach((_, k) => {
    if (insertedBefore[k]! >= 0) shift++;
    numbers.set(k + 1, k + 1 + shift);
  });
  sections.forEach((section, k) => {
    if (insertedBefore[k]! >= 0) writer.write(`${numbers.get(k + 1)! - 1}. ${statute(300, seed + k).slice(3)}\n\n`);
    const lines = pieces(text.slice(section.start, section.end), /[^\n]+\n*/g);
    let subsection = 0;
    let isGone = false;
    lines.forEach((line, at) => {
      const start = section.start + line.start;
      const words = text.slice(start, section.start + line.end);
      const isSubsection = /^\(\d\)/.test(words);
      if (at === 0 || isSubsection) isGone = at > 0 && lines.length > 2 && random() < 0.06;
      if (isGone) return;
      if (isSubsection) subsection++;
      let from = start;
      for (const { index, 0: match } of words.matchAll(
        /^\d+(?=\.)|(?<=section )\d+|^\(\d\)|(?<= )\d+(?= days| months)/g,
      )) {
        writer.keep(from, start + index);
        from = start + index + match.length;
        const isReference = index > 0 && words.slice(0, index).endsWith('section ');
        const now = match.startsWith('(')
          ? `(${subsection})`
          : index === 0 || isReference
            ? String(numbers.get(Number(match)) ?? match)
            : random() < 0.1
              ? String(upTo(random, 80))
              : match;
        if (now === match) writer.keep(start + index, from);
        else writer.write(now, start + index);
      }
      writer.keep(from, start + words.length);
    });
  });
  return writer.done();
};

const WE = ['We', 'Our partners', 'The service', 'Your administrator', 'Third parties'];
const DO = ['collect', 'store', 'may share', 'delete', 'process', 'do not sell'];
const WHAT = [
  'your name and e-mail address',
  'technical logs of the device you use',
  'the content that you post',
  'information about your location',
  'payment details',
  'messages that you send through the service',
];
const WHY = [
  'to provide the service to you',
  'where the law obliges us to',
  'for as long as your account exists',
  'with your consent, which you may withdraw at any time',
  'to prevent fraud and abuse',
  'for statistical purposes',
];
const HEADINGS = [
  'What we collect',
  'Why we use it',
  'Whom we share it with',
  'How long we keep it',
  'Your rights',
  'Cookies',
  'Contact',
];

/** A policy page: headings, short paragraphs, bullets, and phrases that come back in every section. */
const policy = madeOf('\n\n', (random, number) => {
  const sentence = (): string =>
    `${oneOf(random, WE)} ${oneOf(random, DO)} ${oneOf(random, WHAT)} ${oneOf(random, WHY)}.`;
  if (number % 7 === 1) return `## ${oneOf(random, HEADINGS)}`;
  if (random() < 0.3)
    return `This includes:\n${Array.from({ length: 1 + upTo(random, 4) }, () => `- ${oneOf(random, WHAT)}, ${oneOf(random, WHY)}`).join('\n')}`;
  return Array.from({ length: upTo(random, 4) }, sentence).join(' ');
});

const REWORDED: Readonly<Record<string, string>> = {
  collect: 'gather',
  store: 'keep',
  'may share': 'might disclose',
  delete: 'erase',
  provide: 'deliver',
  obliges: 'requires',
  prevent: 'combat',
  account: 'profile',
  partners: 'affiliates',
  content: 'material',
};

/** Sections change places, one sentence in five is reworded, one in ten goes, and now and then one comes. */
const rearranged: Revise = (text, seed) => {
  const random = randomFrom(seed);
  const writer = new Writer(text);
  const sections = shuffled(pieces(text, /##(?:(?!\n##)[^])+\n*/g), random);
  for (const section of sections)
    for (const { start, end } of pieces(text.slice(section.start, section.end), /[^.\n]+[.\n]+ ?/g)) {
      const from = section.start + start;
      const words = text.slice(from, section.start + end);
      const roll = random();
      if (roll < 0.1 && !words.includes('\n')) continue;
      if (roll < 0.3) reword(writer, words, from);
      else writer.keep(from, section.start + end);
      if (roll > 0.96 && words.endsWith(' ')) writer.write(`${oneOf(random, WE)} will tell you beforehand. `);
    }
  return writer.done();
};

function reword(writer: Writer, words: string, from: number): void {
  let kept = 0;
  for (const { index, 0: match } of words.matchAll(new RegExp(Object.keys(REWORDED).join('|'), 'g'))) {
    writer.keep(from + kept, from + index);
    writer.write(REWORDED[match]!, from + index);
    kept = index + match.length;
  }
  writer.keep(from + kept, from + words.length);
}

const WHO = [
  'Minister Verlaan',
  'the mayor',
  'a spokesman for the union',
  'Anna Roos',
  'the company',
  'the court in Breda',
];
const SAYS = ['said', 'told reporters', 'wrote in a letter', 'denied', 'repeated on Monday', 'added'];
const CLAIMS = [
  'that the bridge had been closed too late',
  'that nobody had been informed of the leak',
  'that the talks would go on until a deal is reached',
  'that the costs had doubled since the first estimate',
  'that it was too early to name those responsible',
  'that the figures were wrong',
];
const WORDS =
  'dock ferry budget winter council strike letter harvest tunnel border school vote signal engine tribunal dike'.split(
    ' ',
  );

const plain = (random: Random): string =>
  `${oneOf(random, ['On Monday', 'Last week', 'In March', 'Meanwhile', 'Later that day'])} the ${oneOf(random, WORDS)} of the ${oneOf(random, WORDS)} ${oneOf(random, ['reached', 'divided', 'surprised', 'passed', 'stopped'])} ${upTo(random, 900)} ${oneOf(random, WORDS)}s near the ${oneOf(random, WORDS)}.`;

const told = (random: Random): string =>
  random() < 0.5
    ? `“The ${oneOf(random, WORDS)} is ours and so is the ${oneOf(random, WORDS)},” ${oneOf(random, WHO)} ${oneOf(random, SAYS)}.`
    : `${oneOf(random, WHO)} ${oneOf(random, SAYS)} ${oneOf(random, CLAIMS)}.`.replace(/^./, (first) =>
        first.toUpperCase(),
      );

/** News: paragraphs of two to five sentences, many of them quotations; articles with a headline one after another. */
const news = madeOf('\n\n', (random, number) =>
  number % 12 === 1
    ? `${oneOf(random, WORDS).toUpperCase()} AND ${oneOf(random, WORDS).toUpperCase()} IN ${oneOf(random, ['BREDA', 'GENT', 'LEER', 'HULL'])}`
    : Array.from({ length: 1 + upTo(random, 4) }, () => (random() < 0.45 ? told(random) : plain(random))).join(' '),
);

/** Half of the sentences are written anew, and quotations go to another paragraph nearby. */
const redrafted: Revise = (text, seed) => {
  const random = randomFrom(seed);
  const writer = new Writer(text);
  let carried: { start: number; end: number }[] = [];
  for (const paragraph of pieces(text, /[^\n]+\n*/g)) {
    const words = text.slice(paragraph.start, paragraph.end);
    const sentences = pieces(words, /[^.]+\.?[”"]? ?\n*/g);
    if (carried.length > 0 && random() < 0.5) {
      for (const { start, end } of carried) {
        writer.keep(start, end);
        if (!/\s$/.test(text.slice(start, end))) writer.write(' ');
      }
      carried = [];
    }
    sentences.forEach(({ start, end }) => {
      const from = paragraph.start + start;
      const to = paragraph.start + end;
      const lineBreak = /\n*$/.exec(text.slice(from, to))![0];
      const roll = random();
      const isQuotation = text.slice(from, to).startsWith('“');
      if (isQuotation && roll < 0.3) {
        carried.push({ start: from, end: to - lineBreak.length });
        writer.write(lineBreak);
      } else if (roll < 0.55 && !isQuotation)
        writer.write(`${random() < 0.6 ? plain(random) : told(random)} ${lineBreak}`);
      else writer.keep(from, to);
    });
  }
  return writer.done();
};

/** Each article gets another beginning, and a third of what follows is cut: sentences, and whole paragraphs at the end. */
const shortened: Revise = (text, seed) => {
  const random = randomFrom(seed);
  const writer = new Writer(text);
  let place = 0;
  for (const { start, end } of pieces(text, /[^\n]+\n*/g)) {
    const words = text.slice(start, end);
    place = words === words.toUpperCase() ? 0 : place + 1;
    if (place === 1) writer.write(`${plain(random)} ${told(random)}\n\n`);
    else if (place > 8 && random() < 0.6) continue;
    else
      for (const sentence of pieces(words, /[^.]+\.?[”"]? ?\n*/g))
        if (place === 0 || random() > 0.15 || words.slice(sentence.start, sentence.end).includes('\n'))
          writer.keep(start + sentence.start, start + sentence.end);
  }
  return writer.done();
};

const LIGATURES: Readonly<Record<string, string>> = { ffi: 'ﬃ', ff: 'ﬀ', fi: 'ﬁ', fl: 'ﬂ' };

/** What a text looks like when it was copied out of a typeset page: narrow lines, words broken, ligatures, a header on every page. */
const typeset: Revise = (text, seed) => {
  const writer = new Writer(text);
  const random = randomFrom(seed);
  let column = 0;
  let line = 0;
  const endLine = (at: number, broken: string): void => {
    writer.write(broken, at);
    column = 0;
    if (++line % 40 === 0) writer.write(`Gazette of the Province, page ${line / 40}\n\n`);
  };
  for (let k = 0; k < text.length;) {
    const ligature = /^(?:ffi|ff|fi|fl)/.exec(text.slice(k, k + 3))?.[0];
    column++;
    if (text[k] === '\n') column = 0;
    if (ligature) {
      writer.write(LIGATURES[ligature]!, k);
      k += ligature.length;
    } else if (text[k] === ' ' && column > 52) {
      endLine(k, '\n');
      k++;
    } else if (column > 56 && /[a-z]{3}/.test(text.slice(k - 2, k + 1)) && /^[a-z]{3}/.test(text.slice(k, k + 3))) {
      endLine(-1, '-\n');
    } else if (text[k] === ' ' && /\d/.test(text[k + 1] ?? '') && random() < 0.5) {
      writer.write('\u00a0', k);
      k++;
    } else {
      writer.keep(k, k + 1);
      k++;
    }
  }
  return writer.done();
};

/** What a converter from HTML makes of it: no line is broken any more, dashes and quotes are others, lists lose their bullets. */
const unwrapped: Revise = (text) => {
  const writer = new Writer(text);
  const other: Readonly<Record<string, string>> = { '“': '"', '”': '"', '-': '•', '\n': '\n\n', '(': '\u200b(' };
  for (let k = 0; k < text.length; k++) {
    const now = other[text[k]!];
    if (now === undefined || (text[k] === '-' && text[k - 1] !== '\n')) writer.keep(k, k + 1);
    else writer.write(text[k] === '\n' && text[k - 1] === '\n' ? '' : now, k);
  }
  return writer.done();
};

/** A running report, the newest entry on top, each with its time; the same formulas all day. */
const running = madeOf('\n\n', (random, number) => {
  const minutes = 24 * 60 - number;
  const clock = [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, '0')).join('.');
  const body =
    random() < 0.2
      ? 'There is no further news from the harbour at this moment.'
      : `${plain(random)} ${random() < 0.6 ? told(random) : ''}`;
  return `${clock} ${random() < 0.3 ? 'UPDATE ' : ''}${body.trim()}`;
});

/** New entries on top, some of them repeating older ones; an entry here and there is corrected, completed or taken back. */
const continued: Revise = (text, seed) => {
  const random = randomFrom(seed);
  const writer = new Writer(text);
  const entries = pieces(text, /[^\n]+\n*/g);
  for (let k = 0; k < entries.length / 5; k++) {
    const repeated = oneOf(random, entries);
    const words = text.slice(repeated.start + 6, repeated.end).trim();
    writer.write(
      `${10 + upTo(random, 13)}.${10 + upTo(random, 49)} ${random() < 0.5 ? `REPEATED ${words}` : plain(random)}\n\n`,
    );
  }
  for (const { start, end } of entries) {
    const roll = random();
    if (roll < 0.04) continue;
    if (roll < 0.1) {
      writer.keep(start, start + 6);
      writer.write('CORRECTED ');
      writer.keep(start + 6, end);
    } else if (roll < 0.16) {
      const at = start + text.slice(start, end).trimEnd().length;
      writer.keep(start, at);
      writer.write(` ${told(random)}`);
      writer.keep(at, end);
    } else writer.keep(start, end);
  }
  return writer.done();
};

export const FAMILIES: Readonly<Record<string, Family>> = {
  statute: { make: statute, histories: { amended, typeset } },
  policy: { make: policy, histories: { rearranged, unwrapped } },
  news: { make: news, histories: { redrafted, shortened, typeset, unwrapped } },
  running: { make: running, histories: { continued } },
};
