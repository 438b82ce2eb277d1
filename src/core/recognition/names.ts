import { spellingKey } from '../entity/variants';
import type { Range } from '../text/range';
import { TokenKind } from '../text/tokens';
import { hashFolded } from './hashing';
import type { Mention, NameType } from './mention';
import type { Passage } from './passage';
import type { RecognizeOptions } from './recognizer';

/** Shorter words of a confirmed person's name are not suggested on their own. */
const SHORTEST_PART = 4;

interface Entry {
  readonly keys: readonly string[];
  readonly name: string;
  readonly type: NameType;
  /** True for the surname of a longer name. */
  readonly part: boolean;
}

interface Found extends Range {
  readonly entry: Entry;
  readonly same: boolean;
}

/** What a researcher has decided about names, ready to be applied to passages. */
export class JudgedNames {
  /** Entries by the key of their first word. */
  private readonly confirmed = new Map<string, Entry[]>();
  private readonly rejected = new Set<string>();
  /** Keys by folded hash, so that each word is folded once. */
  private readonly keys = new Map<number, string>();

  constructor(options: RecognizeOptions) {
    for (const { name, type } of options.confirmed ?? []) {
      const words = name.trim().split(/\s+/).filter(Boolean);
      if (words.length === 0) continue;
      this.put({ keys: words.map(spellingKey), name, type, part: false });
      const last = words.at(-1)!;
      if (type === 'person' && words.length > 1 && last.length >= SHORTEST_PART && !last.endsWith('.')) {
        this.put({ keys: [spellingKey(last)], name, type, part: true });
      }
    }
    for (const { name, type } of options.rejected ?? []) {
      for (const one of type ? [type] : ['person', 'place']) this.rejected.add(`${one} ${foldedName(name)}`);
    }
  }

  private put(entry: Entry): void {
    const first = entry.keys[0]!;
    const entries = this.confirmed.get(first);
    if (entries) entries.push(entry);
    else this.confirmed.set(first, [entry]);
  }

  /** The mentions of a passage after the researcher's decisions; ranges are those of `text`, the passage's own text. */
  apply(text: string, passage: Passage, mentions: readonly Mention[]): readonly Mention[] {
    const found = this.confirmed.size > 0 ? this.find(text, passage) : [];
    let judged = mentions;
    for (const hit of found) judged = withConfirmed(judged, hit);
    if (this.rejected.size === 0) return judged;
    return judged.filter(
      (mention) => !this.rejected.has(`${mention.type} ${foldedName(text.slice(mention.start, mention.end))}`),
    );
  }

  private find(text: string, passage: Passage): Found[] {
    const { tokens } = passage;
    const found: Found[] = [];
    for (let i = 0; i < tokens.count; i++) {
      if ((tokens.kind[i]! & TokenKind.word) === 0) continue;
      const entries =
        this.confirmed.get(this.keyAt(text, passage, i)) ?? this.confirmed.get(this.genitiveKeyAt(text, passage, i));
      let best: Found | undefined;
      for (const entry of entries ?? []) {
        const end = this.endOf(text, passage, i, entry);
        if (end === undefined || (best && end <= best.end)) continue;
        const range = { start: tokens.start[i]!, end };
        // A confirmed name keeps its capital: `de wit` is no `De Wit`.
        if (!/\p{Lu}/u.test(text.slice(range.start, range.end)) && /\p{Lu}/u.test(entry.name)) continue;
        best = { ...range, entry, same: foldedName(text.slice(range.start, end)) === foldedName(entry.name) };
      }
      if (!best) continue;
      found.push(best);
      while (i + 1 < tokens.count && tokens.start[i + 1]! < best.end) i++;
    }
    return found;
  }

  /** The end of `entry` when it begins at token `i`: each next word must follow, hyphens and line ends apart. */
  private endOf(text: string, passage: Passage, i: number, entry: Entry): number | undefined {
    const { tokens } = passage;
    for (let k = 0; k < entry.keys.length; k++) {
      const at = i + k;
      if (at >= tokens.count) return undefined;
      const last = k === entry.keys.length - 1;
      const key = this.keyAt(text, passage, at);
      if (key !== entry.keys[k] && !(last && this.genitiveKeyAt(text, passage, at) === entry.keys[k])) return undefined;
    }
    return tokens.end[i + entry.keys.length - 1];
  }

  private keyAt(text: string, passage: Passage, i: number): string {
    return this.keyOf(text, passage.tokens.start[i]!, passage.tokens.end[i]!);
  }

  /** The key without a Dutch genitive s (`Bilasjs`). */
  private genitiveKeyAt(text: string, passage: Passage, i: number): string {
    const [start, end] = [passage.tokens.start[i]!, passage.tokens.end[i]!];
    return end - start > SHORTEST_PART && text[end - 1] === 's' ? this.keyOf(text, start, end - 1) : '';
  }

  private keyOf(text: string, start: number, end: number): string {
    const hash = hashFolded(text, start, end);
    let key = this.keys.get(hash);
    if (key === undefined) this.keys.set(hash, (key = spellingKey(text.slice(start, end))));
    return key;
  }
}

function foldedName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ').trim();
}

/** Certainty of a name that the researcher has accepted: in the same spelling, or in another. */
const SURE = 0.99;
const LIKELY = 0.95;

/** Puts a confirmed name among the suggestions: a longer one of the same type stays, what it contradicts goes. */
function withConfirmed(mentions: readonly Mention[], hit: Found): readonly Mention[] {
  const { entry } = hit;
  const spelling = hit.same ? 'same' : entry.part ? 'part' : 'transliterated';
  const why = { kind: 'confirmed', name: entry.name, spelling } as const;
  const overlapping = mentions.filter(
    (mention) => mention.type !== 'charge' && mention.start < hit.end && hit.start < mention.end,
  );
  const longer = overlapping.find(
    (mention) =>
      mention.start <= hit.start && mention.end >= hit.end && mention.end - mention.start > hit.end - hit.start,
  );
  if (longer && (longer.type === entry.type || entry.part)) {
    if (longer.type !== entry.type) return mentions;
    const confirmed: Mention = {
      ...longer,
      why: { ...why, spelling: 'part' },
      probability: Math.max(longer.probability, LIKELY),
    };
    return mentions.map((mention) => (mention === longer ? confirmed : mention));
  }
  const probability = hit.same ? SURE : LIKELY;
  const mention: Mention = { type: entry.type, start: hit.start, end: hit.end, why, probability };
  return [...mentions.filter((other) => !overlapping.includes(other)), mention];
}
