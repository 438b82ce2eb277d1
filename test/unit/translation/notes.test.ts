import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/annotation/annotation';
import {
  asMarkdown,
  hasTranslation,
  readNote,
  renderedBy,
  repliesTo,
  withoutImages,
  withoutLinks,
  withoutTranslation,
  withTranslation,
  writeNote,
} from '../../../src/core/translation';

const charge: Annotation = {
  id: 'h1b2c3d4',
  author: 'anna',
  type: 'charge',
  selector: { quote: ['zaaien van haat'] },
  created: '2026-11-20T10:00:00Z',
  charge: { stage: 'suspected' },
};
const bram = { by: 'bram', at: '2026-11-21T10:00:00Z' };
const later = { by: 'anna', at: '2026-11-22T10:00:00Z' };

describe('a translation', () => {
  it('is added to an annotation with who made it, and leaves the rest alone', () => {
    const next = withTranslation(charge, { rendering: 'inciting hatred' }, bram);
    assert.deepEqual(next, { ...charge, rendering: 'inciting hatred', rendered: bram });
    assert.deepEqual(renderedBy(next), bram);
  });

  it('keeps the rendering that it replaces, with who made that one', () => {
    const first = withTranslation(charge, { rendering: 'inciting hatred' }, bram);
    const second = withTranslation(first, { rendering: 'sowing hatred' }, later);
    assert.deepEqual(second.earlier, [{ text: 'inciting hatred', ...bram }]);
    assert.deepEqual(second.rendered, later);
  });

  it('made with its annotation is by the annotation’s author, also when it is replaced', () => {
    const note: Annotation = { ...charge, type: 'note', rendering: 'inciting hatred' };
    assert.deepEqual(renderedBy(note), { by: 'anna', at: charge.created });
    const next = withTranslation(note, { rendering: 'sowing hatred' }, bram);
    assert.deepEqual(next.earlier, [{ text: 'inciting hatred', by: 'anna', at: charge.created }]);
  });

  it('keeps its stamp when only its reasons change', () => {
    const first = withTranslation(charge, { rendering: 'inciting hatred' }, bram);
    const explained = withTranslation(first, { explanation: 'So the statute.', state: 'settled' }, later);
    assert.deepEqual(explained, { ...first, explanation: 'So the statute.', state: 'settled' });
  });

  it('loses a field that is emptied', () => {
    const first = withTranslation(charge, { rendering: 'inciting hatred', literal: 'sowing of hatred' }, bram);
    assert.equal('literal' in withTranslation(first, { literal: undefined }, later), false);
    assert.equal('alternatives' in withTranslation(first, { alternatives: [] }, later), false);
    const emptied = withTranslation(first, { rendering: '' }, later);
    assert.equal('rendering' in emptied || 'rendered' in emptied, false);
    assert.deepEqual(emptied.earlier, [{ text: 'inciting hatred', ...bram }]);
  });

  it('is taken off an annotation whole', () => {
    const full = withTranslation(charge, { rendering: 'a', literal: 'b', state: 'doubtful' }, bram);
    assert.deepEqual(withoutTranslation(full), charge);
    assert.equal(hasTranslation(full), true);
    assert.equal(hasTranslation({ state: 'settled' }), false);
  });
});

describe('a note as it is typed', () => {
  for (const [name, typed, read] of [
    ['one line is the rendering', 'inciting hatred', { rendering: 'inciting hatred' }],
    [
      'the rest is the explanation',
      'inciting hatred\nSo the statute.\n\nArt. 174.',
      { rendering: 'inciting hatred', explanation: 'So the statute.\n\nArt. 174.' },
    ],
    ['blank lines between do not count', 'a\r\n\r\n\r\nb\r\n', { rendering: 'a', explanation: 'b' }],
    ['an indented explanation keeps its indent', 'a\n\n    code', { rendering: 'a', explanation: '    code' }],
    ['an empty first line means no rendering', '\nWhy?', { explanation: 'Why?' }],
    ['nothing at all', ' \n ', {}],
  ] as const) {
    it(name, () => assert.deepEqual(readNote(typed), read));
  }

  it('reads back what it writes', () => {
    const note = { rendering: 'prefers not to publicise', explanation: 'An idiom.\n\n- big bell' };
    assert.deepEqual(readNote(writeNote(note)), note);
    assert.deepEqual(readNote(writeNote({ explanation: 'Only why.' })), { explanation: 'Only why.' });
  });
});

describe('replies', () => {
  it('to replies belong to the same note, in file order', () => {
    const reply = (id: string, replyTo: string) => ({ id, author: 'bram', replyTo, text: id });
    const replies = [reply('k2', 'k1'), reply('k1', 'h1'), reply('m1', 'h2'), reply('k3', 'h1')];
    assert.deepEqual(
      repliesTo('h1', replies).map(({ id }) => id),
      ['k2', 'k1', 'k3'],
    );
  });

  it('that answer each other in a ring end', () => {
    const ring = [
      { id: 'k1', author: 'a', replyTo: 'k2', text: '' },
      { id: 'k2', author: 'a', replyTo: 'k1', text: '' },
    ];
    assert.deepEqual(repliesTo('h1', ring), []);
  });
});

describe('Markdown of a note', () => {
  const open = '&#91;';
  for (const [name, note, shown] of [
    ['emphasis and lists stay', '**haat** of\n- *wrok*', '**haat** of\n- *wrok*'],
    ['a link', 'see [a](command:x)', `see ${open}a&#93;(command:x)`],
    ['a link behind an escaped backslash', '\\\\[a](command:x)', `\\\\${open}a&#93;(command:x)`],
    ['an image', '![a](https://x.example/p.png)', `!${open}a&#93;(https://x.example/p.png)`],
    ['a definition', '[a]: command:x', `${open}a&#93;: command:x`],
    ['an address in angle brackets', '<command:x>', '&#60;command:x>'],
    ['an icon', '$(trash)', '&#36;(trash)'],
  ] as const) {
    it(`leads nowhere: ${name}`, () => assert.equal(withoutLinks(note), shown));
  }

  it('shows a rendering letter by letter', () => {
    assert.equal(
      asMarkdown('*not*  <b>a</b> [link](x)\n# head'),
      '\\*not\\* \\<b\\>a\\</b\\> \\[link\\]\\(x\\) \\# head',
    );
  });

  it('loads no picture from elsewhere', () => {
    assert.equal(
      withoutImages('see ![a](https://x.example/p.png) and ![b][c]!'),
      'see \\![a](https://x.example/p.png) and \\![b][c]!',
    );
  });

  it('loads no picture whose sign is escaped, or whose escape is', () => {
    for (const [note, shown] of [
      ['\\![a](u)', '\\![a](u)'],
      ['\\\\![a](u)', '\\\\\\![a](u)'],
      ['\\\\\\![a](u)', '\\\\\\![a](u)'],
    ] as const)
      assert.equal(withoutImages(note), shown);
  });
});
