import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { createRecognizer } from '../../../src/core/recognition';
import { findNextPortions, findPortions } from '../../../src/core/recognition/portions';

const recognizer = createRecognizer(readFileSync('media/recognition.bin'));

const PARAGRAPHS = [
  'Minister Hanneke van der Velde sprak in Utrecht met Van der Velde senior.',
  'De man werd verdacht van oplichting en witwassen, zei officier Kees Blom.',
  'In London, Priya Raman was charged with fraud on Tuesday, a court official said.',
  'Raman denies it. Londen reageerde niet.',
  'ZWARE STORM TREFT ZEELAND EN VLISSINGEN',
  'Blom wilde niets zeggen over Zeeland.',
  Array.from(
    { length: 60 },
    (_, k) => `Getuige ${k} zag Van der Velde in Utrecht. Hij werd verdacht van oplichting.`,
  ).join(' '),
  '',
];

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    text: fc.oneof(
      fc.constantFrom('', '\n', '\n\n', ' Jan de Boer ', ' in Parijs', '„', ...PARAGRAPHS),
      fc.string({ maxLength: 12 }),
    ),
  }),
  { maxLength: 6 },
);

describe('recognition that follows edits', () => {
  it('ends with what a full run gives, whatever the edits and wherever it was interrupted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PARAGRAPHS), { maxLength: 8 }),
        edits,
        fc.nat(4),
        (paragraphs, changes, steps) => {
          const session = recognizer.open(paragraphs.join('\n\n'), { visible: { start: 40, end: 160 } });
          for (const { at, length, text } of changes) {
            for (let k = 0; k < steps; k++) session.step(0);
            const start = Math.floor(at * session.text.length);
            session.update([{ start, end: Math.min(session.text.length, start + length), text }]);
          }
          assert.deepEqual(session.finish(), recognizer.recognize(session.text));
          assert.equal(session.settled, true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('shows the visible part before the rest is read', () => {
    const text = Array.from({ length: 60 }, (_, k) => PARAGRAPHS[k % 5]!).join('\n\n');
    const start = text.indexOf('In London', 2000);
    const session = recognizer.open(text, { visible: { start, end: start + 20 } });
    for (let steps = 0; session.mentions.length === 0; steps++) {
      assert.ok(steps < 10, 'the visible part comes late');
      session.step(0);
    }
    assert.equal(session.settled, false);
    assert.ok(session.mentions.some((mention) => mention.start >= start && mention.type === 'person'));
  });

  it('moves the mentions behind an edit at once', () => {
    const text = `Eerst dit.\n\n${PARAGRAPHS[2]}`;
    const session = recognizer.open(text);
    const before = session.finish();
    session.update([{ start: 0, end: 0, text: 'Nog een woord. ' }]);
    assert.deepEqual(
      session.mentions.map(({ start }) => start),
      before.map(({ start }) => start + 15),
    );
  });

  it('cuts a paragraph of any length into short steps, and never a surrogate pair', () => {
    for (const text of [PARAGRAPHS[6]!.repeat(8), 'woord '.repeat(3000), 'x'.repeat(9000), '\u{1d538}'.repeat(5000)]) {
      const portions = findPortions(text);
      assert.ok(portions.length > 2);
      for (const { start, end } of portions) {
        assert.ok(end - start <= 2400 && end > start);
        assert.doesNotThrow(() => encodeURIComponent(text.slice(start, end)));
      }
      const between = portions.slice(1).map(({ start }, k) => text.slice(portions[k]!.end, start));
      assert.ok(between.every((gap) => gap.trim() === ''));
      assert.equal(portions[0]!.start, 0);
      assert.equal(text.slice(portions.at(-1)!.end).trim(), '');
    }
  });

  it('cuts a text part by part as it cuts the whole, lines broken for width included', () => {
    const line = fc.constantFrom(
      ...PARAGRAPHS,
      'De rechtbank in Utrecht heeft de man die verdacht werd van oplichting van de',
      'gemeente Zwolle gisteren vrijgesproken, zei een woordvoerster van het parket in',
      'Den Bosch.',
      '  ingesprongen',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.integer({ min: 1, max: 400 }), (lines, length) => {
        const text = lines.join('\n');
        const portions = [];
        for (let from = 0; from < text.length;) {
          const part = findNextPortions(text, from, length);
          assert.ok(part.next > from);
          portions.push(...part.portions);
          from = part.next;
        }
        assert.deepEqual(portions, findPortions(text));
      }),
      { numRuns: 400 },
    );
  });

  it('follows edits in lines broken for width, one by one or many at once', () => {
    const wrapped = [
      'De rechtbank in Utrecht heeft de man die verdacht werd van oplichting van de',
      'gemeente Zwolle gisteren vrijgesproken, zei een woordvoerster van het parket in',
      'Den Bosch. Kees Blom denkt dat de stad Zwolle nog in beroep gaat bij het hof in',
      'Arnhem.',
      '',
      'In London, Priya Raman was charged with fraud.',
    ];
    const small = fc.record({
      at: fc.nat(),
      length: fc.nat(3),
      text: fc.constantFrom('', '\n', '\n\n', 'x', '. ', ' in Parijs ', '\r\n'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(small, { maxLength: 20 }), { maxLength: 4 }), fc.nat(3), (updates, steps) => {
        const session = recognizer.open([...wrapped, '', ...wrapped].join('\n'));
        for (const update of updates) {
          for (let k = 0; k < steps; k++) session.step(0);
          let { length } = session.text;
          session.update(
            update.map((edit) => {
              const start = edit.at % (length + 1);
              const end = Math.min(length, start + edit.length);
              length += edit.text.length - (end - start);
              return { start, end, text: edit.text };
            }),
          );
        }
        assert.deepEqual(session.finish(), recognizer.recognize(session.text));
      }),
      { numRuns: 150 },
    );
  });

  it('takes new decisions without reading the text again', () => {
    const session = recognizer.open(PARAGRAPHS.join('\n\n'));
    session.finish();
    const options = { rejected: [{ name: 'Utrecht' }], confirmed: [{ name: 'Zeeland', type: 'person' }] } as const;
    session.configure(options);
    assert.deepEqual(session.finish(), recognizer.recognize(session.text, options));
  });
});
