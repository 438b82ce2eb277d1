import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRecognizer, type Mention, type RecognizeOptions } from '../../../src/core/recognition';

const model = readFileSync('media/recognition.bin');
const recognizer = createRecognizer(model);

function names(text: string, options: RecognizeOptions = {}): string[] {
  return recognizer
    .recognize(text, options)
    .filter((mention) => mention.type !== 'charge')
    .map((mention) => `${mention.type}: ${text.slice(mention.start, mention.end)}`);
}

describe('persons and places in raw text', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'titles and quotation marks stay out, tussenvoegsels stay in',
      'Volgens minister Hanneke van der Velde is „Pieter Bakker” gisteren in Zwolle aangekomen.',
      ['person: Hanneke van der Velde', 'person: Pieter Bakker', 'place: Zwolle'],
    ],
    [
      'an ordinary word that begins the sentence stays out',
      'Vrienden van Willem Terpstra zwegen. Aanhangers van Navalny liepen mee, Bram van Dijk ook.',
      ['person: Willem Terpstra', 'person: Navalny', 'person: Bram van Dijk'],
    ],
    [
      'a genitive ’s stays outside',
      'Obama’s lawyer met Maria Alvarez in Canada’s capital, Ottawa, on Friday.',
      ['person: Obama', 'person: Maria Alvarez', 'place: Canada', 'place: Ottawa'],
    ],
    [
      'the dot of an initial belongs to the name, also at the end',
      'De politie heeft in Rotterdam een inval gedaan bij Farid B.',
      ['place: Rotterdam', 'person: Farid B.'],
    ],
    [
      'peoples and adjectives are no places',
      'De Kazachse president ontving Chinese diplomaten in Almaty.',
      ['place: Almaty'],
    ],
  ];
  const organisations: readonly (readonly [string, readonly string[]])[] = [
    ['He is the head of the unregistered Tolqyn-Umit movement, police said.', []],
    ['De mensenrechtenorganisatie Sarbaz Erkin protesteerde. Sarbaz Erkin kreeg geen antwoord.', []],
    ['Medewerkers van Halyk-Ses, een ngo uit Almaty, werden verhoord.', ['place: Almaty']],
    ['Volgens Buitenlandse Zaken is er niets aan de hand.', []],
    ['Anne-Marijke Dubbelboer kwam uit Zwolle.', ['person: Anne-Marijke Dubbelboer', 'place: Zwolle']],
  ];
  for (const [text, expected] of organisations)
    it(`tells organisations from persons: “${text}”`, () => assert.deepEqual(names(text), expected));

  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(names(text), expected));

  it('never suggests a part of a region with a hyphen', () => {
    const regions = [
      'Midden-Nederland',
      'West-Europa',
      'Zuid-Italië',
      'Noord-China',
      'Centraal-Afrika',
      'Oost-Duitsland',
    ];
    for (const region of regions) {
      const text = `De politie ${region} zoekt getuigen. In ${region} regende het; ${region} wacht op Utrecht.`;
      for (const { start, end } of recognizer.recognize(text, { language: 'nl' }))
        for (let at = text.indexOf(region); at >= 0; at = text.indexOf(region, at + 1)) {
          const inside = (offset: number) => offset > at && offset < at + region.length;
          assert.ok(!inside(start) && !inside(end), `${text.slice(start, end)} in ${region}`);
        }
    }
  });

  it('takes a people beside a nationality for no place', () => {
    assert.deepEqual(names('Turkse Koerden en Chinese Hui wonen er, en Afghaanse Hazara’s.', { language: 'nl' }), []);
    assert.deepEqual(names('Ethnic Kazakhs, Chinese Hui and Iranian Baloch were questioned.', { language: 'en' }), []);
  });

  it('finds a name that is broken over a line, as one', () => {
    const text = 'Zij sprak gisteren met Anna de\nBoer in Utrecht.';
    assert.ok(names(text).includes('person: Anna de\nBoer'));
  });

  it('keeps the metadata at the head of an article out', () => {
    const text = ' date 2019-03 Willem Jansen is donderdag in Groningen aangehouden.';
    assert.deepEqual(names(text), ['person: Willem Jansen', 'place: Groningen']);
  });

  it('answers mentions in order, within the text, each with a reason and a probability', () => {
    const text =
      'President Jan de Vries reisde naar Parijs. Daar sprak De Vries met Marie Dubois, de burgemeester van Lyon.';
    const mentions = recognizer.recognize(text);
    assert.ok(mentions.length >= 4);
    let last = 0;
    for (const mention of mentions) {
      assert.ok(mention.start >= last && mention.start < mention.end && mention.end <= text.length);
      assert.ok(mention.probability > 0 && mention.probability <= 1);
      assert.ok(mention.why.kind);
      last = mention.start;
    }
  });

  it('says which list knows a place', () => {
    const found = recognizer.recognize('Zij woont al jaren in Nederland.')[0];
    assert.deepEqual(found?.why, { kind: 'gazetteer', list: 'country' });
  });

  it('lays a charge with its trigger', () => {
    const text = 'De rechtbank in Breda heeft de man veroordeeld wegens oplichting.';
    const charge = recognizer.recognize(text).find((mention) => mention.type === 'charge');
    assert.equal(charge && text.slice(charge.start, charge.end), 'oplichting');
    assert.equal(charge?.charge?.stage, 'convicted');
  });

  it('survives texts without any word', () => {
    for (const text of ['', '\n\n', '   ', '...', '\ufeff', '„”']) assert.deepEqual(recognizer.recognize(text), []);
  });
});

describe('what the researcher decided', () => {
  const only = (mentions: readonly Mention[], text: string, words: string) =>
    mentions.find((mention) => text.slice(mention.start, mention.end) === words);

  it('suggests a confirmed name in the spelling of the other language, and says so', () => {
    const text = 'Later that week zorgde Bilash again for unrest.';
    const confirmed = [{ name: 'Serikzjan Bilasj', type: 'person' }] as const;
    const found = only(recognizer.recognize(text, { confirmed }), text, 'Bilash');
    assert.deepEqual(found?.why, { kind: 'confirmed', name: 'Serikzjan Bilasj', spelling: 'part' });
    assert.equal(found?.type, 'person');
  });

  it('takes the researcher’s type over the tagger’s', () => {
    const text = 'In Almaty demonstreerden zij in Parijs.';
    const confirmed = [{ name: 'Parijs', type: 'person' }] as const;
    assert.equal(only(recognizer.recognize(text, { confirmed }), text, 'Parijs')?.type, 'person');
  });

  it('keeps the longer name when a confirmed one is part of it', () => {
    const text = 'Minister Hendrik Jansen sprak in Utrecht.';
    const mentions = recognizer.recognize(text, { confirmed: [{ name: 'Jansen', type: 'person' }] });
    const found = only(mentions, text, 'Hendrik Jansen');
    assert.equal(found?.why.kind, 'confirmed');
  });

  it('knows a Dutch genitive of a confirmed name', () => {
    const text = 'Hij las Bilasjs boek.';
    const mentions = recognizer.recognize(text, { confirmed: [{ name: 'Bilash', type: 'person' }] });
    assert.equal(only(mentions, text, 'Bilasjs')?.type, 'person');
  });

  it('finds an accepted name in the other language’s spelling wherever it stands, and tells a name from a part of it', () => {
    const text = 'Serikzjan Bilasj sprak. Volgens Bilasj was dat laat. SERIKZJAN BILASJ zweeg.';
    const confirmed = [{ name: 'Serikzhan Bilash', type: 'person' }] as const;
    const found = recognizer.recognize(text, { confirmed }).filter(({ type }) => type === 'person');
    assert.deepEqual(
      found.map(({ start, end, why }) => [text.slice(start, end), why.kind === 'confirmed' && why.spelling]),
      [
        ['Serikzjan Bilasj', 'transliterated'],
        ['Bilasj', 'part'],
        ['SERIKZJAN BILASJ', 'transliterated'],
      ],
    );
  });

  it('takes in a name at once when it is accepted in an open text, and lets go when it is rejected', () => {
    const text = 'Toen kwam Qoraz Tembul langs. Later ging qoraz weer weg.';
    const session = recognizer.open(text, { rejected: [{ name: 'Qoraz Tembul' }] });
    const named = () => session.finish().map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`);
    assert.deepEqual(named(), []);
    session.configure({ confirmed: [{ name: 'Koraz Tembul', type: 'person' }] });
    assert.ok(!named().includes('person: qoraz'));
    session.configure({
      confirmed: [{ name: 'Qoraz Tembul', type: 'place' }],
      rejected: [{ name: 'Qoraz Tembul', type: 'person' }],
    });
    assert.deepEqual(named(), ['place: Qoraz Tembul']);
    session.configure({
      rejected: [
        { name: 'Qoraz Tembul', type: 'place' },
        { name: 'Qoraz Tembul', type: 'person' },
      ],
    });
    assert.deepEqual(named(), []);
  });

  it('says that a bare surname is clearer elsewhere in the document', () => {
    const text = 'Minister Hanneke Zwonderkamp sprak in Utrecht.\n\nDaarna zweeg Zwonderkamp.';
    const last = recognizer
      .recognize(text)
      .filter(({ type }) => type === 'person')
      .at(-1);
    assert.equal(last && text.slice(last.start, last.end), 'Zwonderkamp');
    assert.deepEqual(last?.why, { kind: 'tagger', cue: 'seen elsewhere' });
  });

  it('suggests a rejected name no more, as the rejected type', () => {
    const text = 'Zij woont in Nederland.';
    assert.deepEqual(names(text, { rejected: [{ name: 'nederland', type: 'place' }] }), []);
    assert.deepEqual(names(text, { rejected: [{ name: 'Nederland', type: 'person' }] }), ['place: Nederland']);
  });
});

describe('the model file', () => {
  it('is refused when it is something else', () => {
    assert.throws(() => createRecognizer(new Uint8Array(64)), RangeError);
    const other = Uint8Array.from(model);
    other[4] = 99;
    assert.throws(() => createRecognizer(other), /version 99/);
  });

  it('is no larger than the extension allows', () => assert.ok(model.length <= 1_500_000, `${model.length} bytes`));
});
