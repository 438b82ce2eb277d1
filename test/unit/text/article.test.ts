import assert from 'node:assert/strict';
import { articleName, firstWords, isHeading, isNoArticleName, readsAsProse } from '../../../src/core/text/article';

describe('what is an article', () => {
  for (const name of [
    'requirements.txt',
    'CMakeLists.txt',
    'robots.txt',
    'LICENSE.txt',
    'server-log.txt',
    'README.txt',
  ])
    it(`is not told from the name ${name}`, () => assert.ok(isNoArticleName(name)));
  for (const name of ['003_82ca.txt', 'catalogue.txt', 'dialog.txt', 'licensing-scandal.txt'])
    it(`may be called ${name}`, () => assert.ok(!isNoArticleName(name)));

  it('has sentences', () => {
    assert.equal(readsAsProse('Een man uit Zeist is vrijdag aangehouden.'), true);
    assert.equal(readsAsProse('numpy==1.2\nscipy>=3\n'), false);
    assert.equal(readsAsProse('1;2;3;4\n5;6;7;8\n'), false);
    assert.equal(readsAsProse('A sentence, but with \0 in it, as binary files have.'), false);
  });

  it('may still be written, when the text is empty', () => assert.equal(readsAsProse(' \n'), undefined));
});

describe('what an article is called in a list', () => {
  const cases = [
    ['its headline', 'Vier jaar cel geëist\n\nTegen hem is vrijdag vier jaar geëist.', 'Vier jaar cel geëist'],
    ['a headline that asks', '\n\nWho sold the addresses?\n\nNobody knows.', 'Who sold the addresses?'],
    ['a short first sentence', 'Hij kwam. Hij zag.', 'Hij kwam. Hij zag.'],
    [
      'the first words of a long paragraph',
      'De rechtbank in Utrecht heeft dinsdag een voormalige medewerker van de gemeente veroordeeld.',
      'De rechtbank in Utrecht heeft dinsdag een voormalige medewerker van de…',
    ],
  ] as const;
  for (const [name, text, wanted] of cases) it(`is ${name}`, () => assert.equal(articleName(text), wanted));
  it('is nothing for a text without letters', () => assert.equal(articleName('\n--- 12 ---\n'), undefined));
});

describe('a heading', () => {
  it('is short and not closed as a sentence', () => {
    assert.ok(isHeading('Vrezen voor zijn veiligheid'));
    assert.ok(!isHeading('Hij vreest.'));
    assert.ok(!isHeading('Zij zei: „Nee.”'));
    assert.ok(!isHeading('woord '.repeat(40)));
  });
});

describe('the first words of a text', () => {
  it('end at a word and never within a character', () => {
    assert.equal(firstWords('een twee drie', 9), 'een twee…');
    assert.equal(firstWords('😀'.repeat(10), 5), '😀😀…');
    assert.equal(firstWords('kort', 9), 'kort');
  });
});
