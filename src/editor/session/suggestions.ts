import * as vscode from 'vscode';
import type { Annotation, AnnotationSet } from '../../core/annotation/annotation';
import type { KnownName, Mention, RecognitionSession, RecognizeOptions, Language } from '../../core/recognition';
import { foldQuote } from '../../core/text/fold';
import { overlaps, sameRange, type Range } from '../../core/text/range';
import type { RecognizerSource } from './recognizer';

/** How long a slice of recognition may hold the extension host, in milliseconds (DESIGN §7: at most 10). */
const SLICE = 7;
/** Pause after an edit before its paragraph is read again, in milliseconds. */
const PAUSE = 120;

/** What decides which mentions are shown. */
export interface Judgements {
  readonly set: AnnotationSet;
  /** Where each annotation and each rejection stands now; missing when it has no certain place. */
  partsOf(id: string): readonly Range[] | undefined;
  /** Rejections of these authors hide suggestions. */
  readonly reader: string;
  readonly language: Language | undefined;
  readonly threshold: number;
}

/** The suggestions of one source: recognition in slices, less what a researcher has judged. */
export class Suggestions implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when the list may have changed. */
  readonly onDidChange = this.changed.event;

  private recognition: RecognitionSession | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown: readonly Mention[] | undefined;
  private disposed = false;
  private configured = '';

  constructor(
    private readonly recognizers: RecognizerSource,
    private readonly judgements: () => Judgements,
    private readonly enabled: () => boolean,
  ) {}

  /** True when every paragraph has been read. */
  get settled(): boolean {
    return !this.enabled() || (this.recognition?.settled ?? false);
  }

  /** Starts over with a text; `visible` is read first. */
  async start(text: string, visible?: Range): Promise<void> {
    if (!this.enabled()) return this.stop();
    const recognizer = await this.recognizers.get();
    if (this.disposed) return;
    const options = this.options();
    this.configured = JSON.stringify(options);
    this.recognition = recognizer.open(text, visible ? { ...options, visible } : options);
    this.schedule(0);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.recognition = undefined;
    this.notify();
  }

  /** Follows edits of the text; mentions move at once, touched paragraphs are read again after a pause. */
  update(changes: readonly { start: number; end: number; text: string }[]): void {
    if (!this.recognition) return;
    this.recognition.update(changes);
    this.shown = undefined;
    this.schedule(PAUSE);
  }

  /** Takes what the researcher has judged since; cheap when that changes nothing for the recogniser. */
  judge(): void {
    this.shown = undefined;
    const options = this.options();
    const key = JSON.stringify(options);
    if (this.recognition && key !== this.configured) {
      this.configured = key;
      this.recognition.configure(options);
      this.schedule(0);
    }
    this.changed.fire();
  }

  show(visible: Range): void {
    if (this.recognition && !this.recognition.settled) this.recognition.show(visible);
  }

  /** The suggestions that nobody has judged, in order. */
  get list(): readonly Mention[] {
    this.shown ??= this.recognition ? unjudged(this.recognition, this.judgements()) : [];
    return this.shown;
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
    this.changed.dispose();
  }

  private options(): RecognizeOptions {
    const { set, language } = this.judgements();
    return { ...(language ? { language } : {}), confirmed: confirmedNames(set.annotations) };
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.work(), delay);
  }

  private work(): void {
    if (this.disposed || !this.recognition) return;
    const more = this.recognition.step(SLICE);
    this.notify();
    if (more) this.schedule(1);
  }

  private notify(): void {
    this.shown = undefined;
    this.changed.fire();
  }
}

function confirmedNames(annotations: readonly Annotation[]): KnownName[] {
  const names = new Map<string, KnownName>();
  for (const { type, selector } of annotations) {
    if (type !== 'person' && type !== 'place') continue;
    const name = selector.quote.join(' ');
    names.set(`${type} ${name}`, { name, type });
  }
  return [...names.values()];
}

/** The mentions that no annotation or rejection of the same type covers, and that reach the threshold. */
function unjudged({ text, mentions }: RecognitionSession, judgements: Judgements): Mention[] {
  const { set, threshold, reader } = judgements;
  const confirmed = new Map<string, Range[]>();
  for (const { id, type } of set.annotations) {
    const parts = judgements.partsOf(id);
    if (parts) confirmed.set(type, [...(confirmed.get(type) ?? []), ...parts]);
  }
  for (const ranges of confirmed.values()) ranges.sort((a, b) => a.start - b.start);

  const rejectedHere = new Map<string, Range[]>();
  const rejectedNames = new Set<string>();
  for (const { id, type, scope, selector, author } of set.rejections) {
    if (author !== reader) continue;
    if (scope === 'source') rejectedNames.add(`${type} ${foldQuote(selector.quote.join(' '))}`);
    const parts = judgements.partsOf(id);
    if (parts) rejectedHere.set(type, [...(rejectedHere.get(type) ?? []), ...parts]);
  }

  return mentions.filter((mention) => {
    if (mention.probability < threshold && mention.why.kind !== 'confirmed') return false;
    if (anyOverlapping(confirmed.get(mention.type) ?? [], mention)) return false;
    if (rejectedHere.get(mention.type)?.some((range) => sameRange(range, mention))) return false;
    return (
      rejectedNames.size === 0 ||
      !rejectedNames.has(`${mention.type} ${foldQuote(text.slice(mention.start, mention.end))}`)
    );
  });
}

/** `ranges` are in order of start; nested ones are rare enough for the look-back to be short. */
function anyOverlapping(ranges: readonly Range[], mention: Range): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.start < mention.end) low = middle + 1;
    else high = middle;
  }
  for (let k = low - 1; k >= 0 && k >= low - 50; k--) if (overlaps(ranges[k]!, mention)) return true;
  return false;
}
