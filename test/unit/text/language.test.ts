import assert from 'node:assert/strict';
import { identifyLanguage, identifyParagraphs } from '../../../src/core/text/language';

describe('language', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['nl', 'De rechtbank heeft de verdachte gisteren vrijgesproken, omdat er te weinig bewijs was tegen hem.'],
    ['en', 'The court acquitted the man on Tuesday because there was too little evidence against him.'],
    ['de', 'Das Gericht hat den Mann am Dienstag freigesprochen, weil es nicht genug Beweise gegen ihn gab.'],
    ['af', 'Die hof het die man Dinsdag vrygespreek omdat daar nie genoeg bewyse teen hom was nie, het sy gesê.'],
    ['fr', 'Le tribunal a acquitté l’homme mardi, parce qu’il n’y avait pas assez de preuves contre lui.'],
    ['fy', 'It gerjochtshôf hat de man tiisdei frijsprutsen, om’t der net genôch bewiis tsjin him wie.'],
    ['nl', 'Huizenprijzen stijgen weer'],
    ['nl', 'Burgemeester zoekt vermiste zoon'],
    ['en', 'Seven questions about nitrogen'],
    ['en', 'Police seek witnesses'],
    ['de', 'Frau bringt Kind im Aufzug zur Welt'],
    ['de', 'Kabinett streicht Pläne für Brücken'],
    ['af', 'Polisie soek getuies oor ’n moord'],
    ['af', 'Huispryse styg weer'],
    ['fy', 'De plysje siket tsjûgen'],
    ['fy', 'Nije brêge oer de feart'],
    ['nl', 'Wij zijn er klaar mee'],
    ['en', 'They would not say who had called'],
  ];
  for (const [language, text] of texts) {
    it(`tells ${language}: ${text.slice(0, 40)}…`, () => assert.equal(identifyLanguage(text).language, language));
  }

  it('has no confidence in a text without words', () => {
    assert.deepEqual(identifyLanguage('1-0, 2-3 (4)'), { language: 'en', confidence: 0 });
  });

  it('takes a Dutch quotation in an English article for Dutch, and a short line for the language around it', () => {
    const text = [
      'The minister would not say whether she had known of the letters before they were published.',
      '„Ik heb daar niets meer aan toe te voegen, en dat zal ik ook morgen niet doen”, zei ze.',
      'Her party has been asking the same of the chancellor, who said that all of this was about another year.',
      'Amsterdam, Monday',
    ].join('\n\n');
    assert.deepEqual(
      identifyParagraphs(text).map(({ language }) => language),
      ['en', 'nl', 'en', 'en'],
    );
  });
});
