import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import {
  movedMention,
  type KnownName,
  type Mention,
  type RecognitionSession,
  type RecognizeOptions,
} from '../../core/recognition';
import type { Range } from '../../core/text/range';
import { firstFrom } from './ordered';
import type { RecognizerSource } from './recognizer';
import { Verdicts, type Judgements } from './verdicts';

/** Pause after an edit before its paragraph is read again, in milliseconds. */
const PAUSE = 120;
/** Characters that make the pause a millisecond longer: in a long text all that follows takes longer, and no key may wait for it. */
const LENGTH_PER_PAUSE = 2_500;
/** Edits wait for the pause together while all of them lie within so many characters. */
const CLOSE_TOGETHER = 2_000;
/** No mention is longer, in characters: the longest are charges, which end with their sentence. */
const LONGEST_MENTION = 2_000;

/** What is taken to be visible until an editor says so: a text mostly opens at its top. */
const TOP: Range = { start: 0, end: 3_000 };

interface Edit extends Range {
  readonly text: string;
}

/** Edits that recognition has not been told of; what they touch, in the text that it knows, and by how much the rest has moved. */
interface Waiting extends Range {
  readonly edits: readonly Edit[];
  readonly by: number;
}

/** The suggestions of one source: recognition in slices, less what a researcher has judged. */
export class Suggestions implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when the list may have changed. */
  readonly onDidChange = this.changed.event;

  private recognition: RecognitionSession | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown: readonly Mention[] | undefined;
  /** For the text that recognition knows. */
  private verdicts: Verdicts | undefined;
  private waiting: Waiting | undefined;
  private visible: Range = TOP;
  private disposed = false;
  private configured = '';

  constructor(
    private readonly recognizers: RecognizerSource,
    private readonly judgements: () => Judgements,
    private readonly enabled: () => boolean,
  ) {}

  /** True when every paragraph has been read. */
  get settled(): boolean {
    return !this.enabled() || (!this.waiting && (this.recognition?.settled ?? false));
  }

  /** Starts over with a text; what is visible is read first. */
  async start(text: string): Promise<void> {
    if (!this.enabled()) return this.stop();
    const recognizer = await this.recognizers.get();
    if (this.disposed) return;
    const options = this.options();
    this.configured = JSON.stringify(options);
    this.forget();
    this.waiting = undefined;
    this.recognition = recognizer.open(text, { ...options, visible: this.visible });
    this.schedule(0);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.recognition = undefined;
    this.notify();
  }

  /** Follows edits of the text, in the order in which they apply; mentions move at once, touched paragraphs are read again after a pause. */
  update(edits: readonly Edit[]): void {
    const { recognition } = this;
    if (!recognition) return;
    this.shown = undefined;
    const [edit] = edits;
    const joined = edits.length === 1 && this.verdicts ? joinedTo(this.waiting, edit!) : undefined;
    if (joined && joined.end - joined.start <= CLOSE_TOGETHER) {
      this.waiting = joined;
    } else {
      this.tellWaiting();
      this.forget();
      recognition.update(edits);
    }
    this.schedule(PAUSE + recognition.text.length / LENGTH_PER_PAUSE);
  }

  /** Takes what the researcher has judged since; cheap when that changes nothing for the recogniser. */
  judge(): void {
    this.tellWaiting();
    this.forget();
    const options = this.options();
    const key = JSON.stringify(options);
    if (this.recognition && key !== this.configured) {
      this.configured = key;
      this.recognition.configure(options);
      this.schedule(0);
    }
    this.changed.fire();
  }

  /** This part is read first from now on. */
  show(visible: Range): void {
    if (visible.end > visible.start) this.visible = visible;
    if (this.recognition && !this.recognition.settled) this.recognition.show(this.visible);
  }

  /** The suggestions that nobody has judged, in order. */
  get list(): readonly Mention[] {
    this.tellWaiting();
    const { recognition } = this;
    if (!recognition) return [];
    return (this.shown ??= recognition.mentions.filter((mention) => this.isOpen(mention, recognition)));
  }

  /** Those of `list` that touch a part of the text, without looking at the others. */
  within(range: Range): readonly Mention[] {
    const { recognition, waiting } = this;
    if (!recognition) return [];
    const by = waiting?.by ?? 0;
    const { mentions } = recognition;
    const found: Mention[] = [];
    const from = Math.min(range.start, range.start - by) - LONGEST_MENTION;
    const to = Math.max(range.end, range.end - by);
    for (let k = firstFrom(mentions, from, startOf); k < mentions.length && mentions[k]!.start <= to; k++) {
      const mention = mentions[k]!;
      if (waiting && mention.start < waiting.end && waiting.start < mention.end) continue;
      const now = waiting && mention.start >= waiting.end ? movedMention(mention, by) : mention;
      if (now.start <= range.end && range.start <= now.end && this.isOpen(mention, recognition)) found.push(now);
    }
    return found;
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
    this.tellWaiting();
    const more = this.recognition.step();
    this.notify();
    if (more) this.schedule(1);
  }

  private isOpen(mention: Mention, { text }: RecognitionSession): boolean {
    return (this.verdicts ??= new Verdicts(this.judgements())).isOpen(mention, text);
  }

  private tellWaiting(): void {
    if (!this.waiting) return;
    const { edits } = this.waiting;
    this.waiting = undefined;
    this.forget();
    this.recognition?.update(edits);
  }

  private forget(): void {
    this.shown = undefined;
    this.verdicts = undefined;
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

function startOf({ start }: Range): number {
  return start;
}

/** The edits that wait already with another behind them. */
function joinedTo(waiting: Waiting | undefined, edit: Edit): Waiting {
  const by = edit.text.length - (edit.end - edit.start);
  if (!waiting) return { start: edit.start, end: edit.end, edits: [edit], by };
  return {
    start: Math.min(waiting.start, edit.start),
    end: Math.max(waiting.end + waiting.by, edit.end) - waiting.by,
    edits: [...waiting.edits, edit],
    by: waiting.by + by,
  };
}
