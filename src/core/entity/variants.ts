/** Spellings that Dutch and English transliteration give to one sound, longest first; the right side is the sound's sign in the key. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/sjtsj|shch|sch(?=[aeiou])/g, 'S'],
  [/dzj|dzh/g, 'Z'],
  [/tsj|tch|tsch/g, 'C'],
  [/zj|zh/g, 'Z'],
  [/sj|sh/g, 'S'],
  [/kh|ch/g, 'C'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/oe|ou|oo/g, 'u'],
  [/ij|ie|ee(?=$)|y|j/g, 'i'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/q|ck|c(?![a-z]*h)/g, 'k'],
  [/c/g, 'k'],
  [/[’'ʼ`´-]/g, ''],
];

/**
 * One key for the spellings that one name has in Dutch and English: `Zjanna` and `Zhanna`, `Bilasj` and `Bilash`, `Oeroemtsji` and
 * `Urumchi`. Folds case, diacritics, doubled letters, apostrophes and hyphens. True exonyms (`Wenen`, `Vienna`) keep different keys.
 * `model/measure-variants.ts` counts what it joins and what it confuses.
 */
export function spellingKey(word: string): string {
  let key = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i');
  for (const [pattern, sound] of SOUNDS) key = key.replace(pattern, sound);
  return (
    key
      .replace(/(.)\1+/g, '$1')
      // `Maksoetchan` and `Maksutkhan`; `Gorbatsjov` and `Gorbachev`, where Dutch writes the Russian ё as it sounds.
      .replace(/tC/g, 'C')
      .replace(/(?<=[SC])ov/g, 'ev')
      .replace(/i(?=[aeu])/g, 'i')
      .replace(/(?<=.[aeiou])h(?=$|[^aeiou])/g, '')
  );
}

/** The keys of the words of a name. */
export function nameKey(name: string): string {
  return name.trim().split(/\s+/).map(spellingKey).join(' ');
}
