import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { PitfallFinder, readPitfalls } from '../../../src/core/translation';

const root = path.join(__dirname, '../../..');
const list: unknown = JSON.parse(readFileSync(path.join(root, 'media/pitfalls.json'), 'utf8'));
const shipped = readPitfalls(list, 'nl', 'en');
const finder = new PitfallFinder(shipped, 'nl');
const pointedOut = (text: string): string[] =>
  finder
    .find(text)
    .map(({ pitfall, parts }) =>
      [parts.map(({ start, end }) => text.slice(start, end)).join(' … '), pitfall.rendering].join(' = '),
    );

describe('what English readers of Dutch miss', () => {
  it('is a list of forty or more, each with words, a rendering and a reason, and none twice', () => {
    assert.ok(shipped.length >= 40);
    assert.equal(new Set(shipped.map(({ term }) => term)).size, shipped.length);
    for (const { term, why } of shipped) assert.ok(why && why.length > 10, term);
  });

  const found: readonly (readonly [string, readonly string[]])[] = [
    ['Hij zou het geld hebben gestolen.', ['zou … hebben gestolen = allegedly']],
    ['De mannen zouden brieven verbrand hebben in de kelder.', ['zouden … verbrand hebben = allegedly']],
    ['Zij zou zijn vermoord door haar neef.', ['zou zijn vermoord = allegedly']],
    ['De uitgever wordt vervolgd wegens smaad.', ['vervolgd = prosecuted', 'smaad = defamation']],
    ['De staat vervolgde de uitgever.', ['vervolgde = prosecuted']],
    [
      'Het Openbaar Ministerie eist een taakstraf.',
      ['Openbaar Ministerie = Public Prosecution Service', 'taakstraf = community service'],
    ],
    ['De vermeende dader deed aangifte.', ['vermeende = alleged', 'deed aangifte = report to the police']],
    ['Hij kreeg een voorwaardelijke celstraf van een jaar.', ['voorwaardelijke celstraf = suspended prison sentence']],
    ['Naar verluidt stond hij vrijdag terecht.', ['Naar verluidt = reportedly']],
    ['De zaak werd geseponeerd.', ['geseponeerd = dropped']],
    ['Twee raadsheren van het hof vroegen door.', ['raadsheren = appeal court judge']],
  ];
  for (const [text, expected] of found) {
    it(`is pointed out in “${text}”`, () => assert.deepEqual(pointedOut(text), expected));
  }

  const quiet = [
    'Hij zou graag komen.',
    'Als hij dat had geweten, zou hij het hebben gezegd.',
    'Hij zou het huis verkopen en naar Gent gaan.',
    'Zij heeft het geld gestolen.',
    'Hij zou zijn gezin meenemen naar Gent.',
    'Hij zou zijn beroemde boek aan de stad geven.',
    'De drukker woont in Haarlem en werkt in Gent.',
  ];
  for (const text of quiet) it(`is not in “${text}”`, () => assert.deepEqual(pointedOut(text), []));

  it('is left out where the researcher said so, and takes her own words', () => {
    const own = new PitfallFinder([{ term: 'doctorandus', rendering: 'MA' }], 'nl', ['zou hebben gedaan']);
    assert.equal(own.find('Hij zou het geld hebben gestolen.').length, 0);
    assert.equal(own.find('De doctorandus sprak.')[0]!.pitfall.rendering, 'MA');
  });

  it('is no other list, and no broken one', () => {
    assert.deepEqual(readPitfalls(list, 'de', 'en'), []);
    assert.deepEqual(readPitfalls(list, 'nl', 'fr'), []);
    for (const broken of [null, 3, [], {}, { source: 'nl', target: 'en', pitfalls: [1, null, { term: 'x' }] }]) {
      assert.deepEqual(readPitfalls(broken, 'nl', 'en'), []);
    }
  });

  it('is rare in articles: one in forty words at most', () => {
    const folder = path.join(root, 'test/fixtures/sources');
    const texts = readdirSync(folder)
      .filter((name) => /utrecht-adressen|rechtbank|hof-|tasjkent/.test(name) && name.endsWith('.txt'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'));
    const words = texts.join(' ').split(/\s+/).length;
    const all = texts.flatMap(pointedOut);
    assert.ok(texts.length >= 3 && all.length > 0);
    assert.ok(all.length < words / 40, `${all.length} in ${words} words: ${all.join('; ')}`);
  });
});
