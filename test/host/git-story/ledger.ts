import type { Annotation } from '../../../src/core/annotation/annotation';
import { describe as describeTarget } from '../../../src/core/anchoring';
import { newId } from '../../../src/core/annotation/annotation';
import type { SidecarEdit } from '../../../src/core/sidecar';
import { foldQuote } from '../../../src/core/text/fold';
import type { Random } from './random';
import { someWords } from './revisions';
import { plain, standingsIn, type Tagged, type Words } from './tagged-text';

/** An annotation that was ever made, with the very words that it was made for. */
interface Entry {
  readonly label: string;
  readonly words: Words;
}

/** What an editor shows of one annotation: its label, its words there, and where it begins and ends in the plain text. */
export interface Shown {
  readonly label: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Every annotation ever made and every version of a text ever seen: by them one can tell where each annotation has to be. */
export class Ledger {
  private readonly entries = new Map<string, Entry>();
  private readonly versions = new Map<string, Tagged[]>();

  /** Remembers a version of a text. */
  note(tokens: Tagged | undefined): void {
    if (!tokens) return;
    const text = plain(tokens);
    const known = this.versions.get(text) ?? [];
    // Two histories may lead to one text: an annotation is right where it is right by either.
    if (known.length < 6) this.versions.set(text, [...known, tokens]);
  }

  versionOf(text: string): Tagged | undefined {
    return this.versions.get(text)?.[0];
  }

  add(id: string, label: string, words: Words): void {
    this.entries.set(id, { label, words });
  }

  labelOf(id: string): string | undefined {
    return this.entries.get(id)?.label;
  }

  /** A new annotation of some words of a version, labelled by its rendering. */
  make(tokens: Tagged, author: string, random: Random): SidecarEdit {
    const text = plain(tokens);
    const { words } = someWords(tokens, random);
    const standing = standingsIn(tokens)(words);
    if (standing.kind !== 'whole') throw new Error('words that are not there');
    const id = newId(() => random.next());
    const label = `r${id}`;
    this.add(id, label, words);
    const annotation: Annotation = {
      id,
      author,
      type: random.one(['person', 'place', 'note', 'organisation']),
      selector: describeTarget(text, standing.places[0]!),
      rendering: label,
      created: '2026-11-22T10:00:00Z',
      ...(random.chance(0.3) && { text: `About ${label}.` }),
    };
    return { kind: 'add-annotation', annotation };
  }

  /** What is wrong with how an annotation is shown in a text, if anything is; `changed` says that the editor calls its words changed. */
  wrongAbout(
    { id, selector: { quote } }: Annotation,
    shown: Shown,
    text: string,
    changed: boolean,
  ): string | undefined {
    const entry = this.entries.get(id);
    const versions = this.versions.get(text) ?? [];
    const now = text.slice(shown.start, shown.end);
    const same = quote.length === 1 ? foldQuote(now) === foldQuote(quote[0]!) : true;
    const at = `“${quote.join(' … ')}” is shown on “${now}” (${shown.start})`;
    if (!same && !changed) return `${at}, and not as changed`;
    if (!entry || versions.length === 0) return undefined;
    const right = versions.some((version) => {
      const standing = standingsIn(version)(entry.words);
      switch (standing.kind) {
        case 'whole':
          return standing.places.some((parts) => {
            const { start, end } = { start: parts[0]!.start, end: parts.at(-1)!.end };
            if (start === shown.start && end === shown.end) return true;
            // Letters put in at the edge of a word, or words corrected: its place is there, its edges a matter of opinion.
            const kept = parts.length === 1 && foldQuote(text.slice(start, end)) === foldQuote(quote[0]!);
            return start < shown.end && shown.start < end && (!kept || (same && quote.length === 1));
          });
        case 'pieces':
          return standing.spans.some(({ start, end }) => start < shown.end && shown.start < end);
        case 'gone':
          return false;
      }
    });
    return right ? undefined : `${at}, which are not its words`;
  }

  /** True when the very words of an annotation stand in the text, unchanged and once. */
  standsWhole({ id, selector: { quote } }: Annotation, text: string): boolean {
    const words = this.entries.get(id)?.words;
    if (!words) return false;
    return (this.versions.get(text) ?? []).every((version) => {
      const standing = standingsIn(version)(words);
      if (standing.kind !== 'whole' || standing.places.length !== 1) return false;
      return standing.places[0]!.every(
        ({ start, end }, k) => foldQuote(text.slice(start, end)) === foldQuote(quote[k] ?? ''),
      );
    });
  }
}
