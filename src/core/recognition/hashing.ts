/** Lower case without diacritics of each UTF-16 unit, filled on first sight; 0 is unknown. */
const folded = new Uint16Array(0x10000);

function fold(unit: number): number {
  const known = folded[unit]!;
  if (known !== 0) return known;
  const character = String.fromCharCode(unit);
  let base = character.normalize('NFD').charAt(0).toLowerCase().charCodeAt(0);
  if (unit === 0x2019 || unit === 0x02bc) base = 0x27;
  else if (unit === 0x2010 || unit === 0x2011) base = 0x2d;
  else if (unit === 0xf8 || unit === 0xd8) base = 0x6f;
  else if (unit === 0x131) base = 0x69;
  else if (unit === 0x142 || unit === 0x141) base = 0x6c;
  else if (unit === 0x111 || unit === 0x110) base = 0x64;
  return (folded[unit] = base || 1);
}

/** FNV-1a over the folded units of `text.slice(start, end)`: the same for `Istanbul`, `ISTANBUL` and `İstanbul`. */
export function hashFolded(text: string, start: number, end: number, seed = 0x811c9dc5): number {
  let h = seed;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const c = unit < 128 ? (unit >= 65 && unit <= 90 ? unit | 32 : unit) : fold(unit);
    h = Math.imul(h ^ c, 0x01000193);
  }
  return h;
}

/** Continues the hash of a phrase with the hash of its next word. */
export function chainHash(phrase: number, word: number): number {
  return mix(Math.imul(phrase, 0x2545f491) ^ word);
}

/** Finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
export function mix(h: number): number {
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
