/**
 * Texts in other manners than those that the engine was tuned on, to see that what was learnt there holds elsewhere. All of
 * them repeat themselves, as real ones of their kind do.
 */
import { oneOf, randomFrom, type Random } from './texts';

/** Lines, one from each call, until they have this length together. */
function linesOf(length: number, separator: string, next: () => string): string {
  const lines: string[] = [];
  for (let size = 0; size < length; size += lines.at(-1)!.length + separator.length) lines.push(next());
  return lines.join(separator);
}

const upTo = (random: Random, most: number): number => 1 + Math.floor(random() * most);

const SUBJECTS = ['De houder', 'De aanvrager', 'Het college', 'De toezichthouder', 'De exploitant', 'De eigenaar'];
const ACTS = [
  'legt de gegevens over',
  'doet daarvan mededeling',
  'draagt zorg voor de instandhouding',
  'bewaart de bescheiden',
  'verleent medewerking',
  'treft de nodige voorzieningen',
];
const OBJECTS = ['het gebouw', 'de inrichting', 'het perceel', 'de waterkering', 'het werk'];
const ITEMS = [
  'de naam en het adres van de aanvrager',
  'een beschrijving van de werkzaamheden',
  'de dagtekening',
  'een tekening op schaal',
  'de aanduiding van het perceel',
  'de grond waarop de weigering berust',
];

/** A regulation in chapters and articles with lettered items, hard-wrapped at some 72 characters, each chapter closing alike. */
export function regulation(length: number, seed: number): string {
  const random = randomFrom(seed);
  let chapter = 0;
  let article = 0;
  return linesOf(length, '\n\n', () => {
    const roll = random();
    if (roll < 0.04)
      return `Slotbepaling\n\nDit hoofdstuk treedt in werking met ingang van een bij besluit te bepalen tijdstip.\n\nHOOFDSTUK ${++chapter}. ALGEMEEN`;
    if (roll < 0.5)
      return wrapped(
        `Artikel ${++article}. ${oneOf(random, SUBJECTS)} ${oneOf(random, ACTS)} met betrekking tot ${oneOf(random, OBJECTS)}, binnen ${upTo(random, 12)} weken na de dag waarop het besluit, bedoeld in artikel ${upTo(random, 90)}, bekend is gemaakt.`,
      );
    if (roll < 0.8)
      return [
        `Artikel ${++article}. De aanvraag bevat ten minste:`,
        ...['a', 'b', 'c', 'd'].slice(0, 1 + upTo(random, 3)).map((letter) => `  ${letter}. ${oneOf(random, ITEMS)};`),
      ].join('\n');
    return wrapped(
      `${upTo(random, 4)}. Het eerste lid is niet van toepassing indien ${oneOf(random, SUBJECTS).toLowerCase()} ${oneOf(random, ACTS)}.`,
    );
  });
}

function wrapped(text: string): string {
  return text.replace(/(.{50,72}) /g, '$1\n');
}

const COURTS = ['Arnhem', 'Leeuwarden', 'Middelburg', 'Roermond', 'Zutphen'];
const NAMES = ['Van Dalen', 'Kuipers', 'Özdemir', 'De Wit', 'Brandsma', 'Haddad', 'Verhoef', 'Tuinstra'];
const FORMULAE = [
  'De verdachte heeft het ten laste gelegde ontkend.',
  'De raadsman heeft vrijspraak bepleit.',
  'De rechtbank acht dit wettig en overtuigend bewezen.',
  'Het verweer wordt verworpen.',
  'Van omstandigheden die de strafbaarheid uitsluiten is niet gebleken.',
  'De benadeelde partij is in haar vordering niet-ontvankelijk.',
  'De rechtbank heeft gelet op de ernst van het feit en op de persoon van de verdachte.',
];

/** Judgements one after another: much boilerplate, with a few facts of the case between. */
export function judgements(length: number, seed: number): string {
  const random = randomFrom(seed);
  const formulae = (): string => Array.from({ length: 1 + upTo(random, 3) }, () => oneOf(random, FORMULAE)).join(' ');
  return linesOf(length, '\n\n', () => {
    const name = oneOf(random, NAMES);
    return [
      `RECHTBANK ${oneOf(random, COURTS).toUpperCase()}`,
      `Vonnis in de zaak tegen ${name}, zaaknummer ${upTo(random, 99)}-${upTo(random, 9999)}. ${formulae()}`,
      `Op ${upTo(random, 28)} maart heeft ${name} te ${oneOf(random, COURTS)} een fiets weggenomen die toebehoorde aan ${oneOf(random, NAMES)}. ${formulae()}`,
      ...(random() < 0.6 ? [formulae()] : []),
      `De rechtbank veroordeelt de verdachte tot een taakstraf van ${20 * upTo(random, 12)} uren.`,
    ].join('\n');
  });
}

const SAID = [
  'ok',
  'yes',
  'no idea',
  'are you there yet?',
  'on my way',
  'call me when you can',
  'see you at the corner then',
  'did he bring it?',
  'not today, maybe tomorrow',
  'haha',
  'I told you so',
  'who else was there',
  'wait for me at the harbour',
  'nobody said anything about that',
];

/** A chat: a time and a name before every line, and the same few things said over and over. */
export function chat(length: number, seed: number): string {
  const random = randomFrom(seed);
  let minute = 0;
  return linesOf(length, '\n', () => {
    minute += Math.floor(random() * 3);
    const time = [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
    return `[${time}] ${oneOf(random, NAMES)}: ${oneOf(random, SAID)}${random() < 0.3 ? `, ${oneOf(random, SAID)}` : ''}`;
  });
}

const GOODS = ['rope', 'tar', 'canvas', 'nails', 'lamp oil', 'salted herring', 'ship biscuit', 'oak planks'];

/** An inventory: bulleted and numbered lines of which most occur many times. */
export function inventory(length: number, seed: number): string {
  const random = randomFrom(seed);
  let number = 0;
  return linesOf(length, '\n', () => {
    const roll = random();
    if (roll < 0.08) return `\nWarehouse ${upTo(random, 40)}, floor ${upTo(random, 4)}\n`;
    if (roll < 0.5) return `- ${oneOf(random, GOODS)}, ${upTo(random, 20)} lots`;
    return `${++number}. ${oneOf(random, GOODS)} and ${oneOf(random, GOODS)}, received in good order`;
  });
}
