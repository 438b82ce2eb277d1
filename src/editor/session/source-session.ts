import * as vscode from 'vscode';
import type { Annotation, AnnotationSet, Reply, Selector } from '../../core/annotation/annotation';
import type { Placement } from '../../core/anchoring';
import { identifyLanguage, type Language, type Mention } from '../../core/recognition';
import { LANGUAGES } from '../../core/text/language';
import { entryPlace, type ParsedSidecar, type SidecarEdit } from '../../core/sidecar';
import type { Range } from '../../core/text/range';
import type { BaseTexts } from '../files/base-texts';
import type { SidecarFile } from '../files/sidecar-file';
import type { Log } from '../log';
import { setting } from '../settings/settings';
import { knownAuthor } from './author';
import { describeSaved } from './describe-saved';
import { likelyPlaces } from './likely-places';
import { History, inverse } from './history';
import { Marks, type Mark } from './marks';
import { PlacedAnnotations, type AnnotationMark } from './placed-annotations';
import { placeAll } from './placing';
import type { RecognizerSource } from './recognizer';
import { SaveOrReload } from './save-or-reload';
import { Suggestions } from './suggestions';
import { TargetPlacements, type Followed, type Targeted } from './target-placements';

/** What a session needs from outside. */
export interface SessionPorts {
  readonly recognizers: RecognizerSource;
  readonly baseTexts: BaseTexts;
  readonly log: Log;
  /** Blind mode: other annotators' work is hidden until asked for. */
  isBlind(): boolean;
}

/** Why listeners are told: surfaces redraw only for what concerns them. */
export type SessionChange = 'annotations' | 'placements' | 'suggestions' | 'sidecar';

/** What became of the annotations after somebody else changed the article. */
export interface OutsideChange {
  readonly placed: number;
  readonly waiting: number;
}

/**
 * One open source with its annotations and suggestions: the one owner of that state. Surfaces read it, listen, and
 * change it through `change`. Ranges are UTF-16 offsets of the document's present text.
 */
export class SourceSession implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<SessionChange>();
  readonly onDidChange = this.changed.event;
  private readonly settledOutside = new vscode.EventEmitter<OutsideChange>();
  /** Fires after an outside change of the article was settled. */
  readonly onDidSettleOutsideChange = this.settledOutside.event;

  readonly suggestions: Suggestions;
  /** When changes were made is asked by the undo of several sources at once; only `change` and `undo` write here. */
  readonly history = new History();
  private readonly subscriptions: vscode.Disposable[] = [];
  private readonly placements: TargetPlacements;
  private language_: Language | undefined;
  private disposed = false;
  private loaded_ = false;
  private readonly marking: Marks;
  /** Told of saves, and tells of reloads. */
  readonly saving = new SaveOrReload(() => this.afterFollowing(this.placements.becameClean(() => this.text)));
  /** Until every target that is being placed has its place. */
  private placing: Promise<unknown> | undefined;

  constructor(
    private doc: vscode.TextDocument,
    readonly sidecar: SidecarFile,
    private readonly ports: SessionPorts,
  ) {
    this.placements = new TargetPlacements(doc.getText());
    this.suggestions = new Suggestions(
      ports.recognizers,
      () => ({
        set: { ...this.set, annotations: this.shown },
        partsOf: (id) => this.placementOf(id)?.parts,
        reader: knownAuthor() ?? '',
        language: this.language,
        threshold: setting('suggestions.threshold', this.uri),
      }),
      () => setting('suggestions.enabled', this.uri),
    );
    const placed = new PlacedAnnotations(
      () => this.set.annotations,
      (id) => this.placementOf(id),
      (annotation) => this.isShown(annotation),
    );
    this.marking = new Marks(placed, this.suggestions);
    this.subscriptions.push(
      this.suggestions.onDidChange(() => this.tell('suggestions')),
      this.sidecar.onDidChange((cause) => {
        if (cause === 'outside') void this.takeSet();
        this.tell('sidecar');
      }),
    );
  }

  get uri(): vscode.Uri {
    return this.doc.uri;
  }

  get document(): vscode.TextDocument {
    return this.doc;
  }

  get text(): string {
    return this.doc.getText();
  }

  /** True while the text has changes that are not saved. */
  get isDirty(): boolean {
    return this.doc.isDirty;
  }

  get set(): AnnotationSet {
    return this.sidecar.parsed.set;
  }

  get parsed(): ParsedSidecar {
    return this.sidecar.parsed;
  }

  /** True when the sidecar was read and the annotations have been placed. */
  get loaded(): boolean {
    return this.loaded_;
  }

  /** The researcher's choice, else what the text looks like. */
  get language(): Language {
    const chosen = LANGUAGES.find((language) => language === this.set.source.language);
    return chosen ?? (this.language_ ??= identifyLanguage(this.text).language);
  }

  annotation(id: string): Annotation | undefined {
    return this.set.annotations.find((annotation) => annotation.id === id);
  }

  /** Where an annotation or rejection stands now; `undefined` before it was placed. */
  placementOf(id: string): Placement | undefined {
    return this.placements.of(id);
  }

  /** Reads the sidecar and places everything, then looks for suggestions. */
  async load(): Promise<void> {
    await this.sidecar.load();
    await this.takeSet();
    this.loaded_ = true;
    await this.suggestions.start(this.text);
    this.tell('annotations');
  }

  /** The document was closed and opened again, as a change of its language does. */
  reopen(document: vscode.TextDocument): void {
    const before = this.doc.getText();
    this.doc = document;
    if (this.text === before) return;
    this.placements.replaceText(before, this.text);
    void this.suggestions.start(this.text);
    this.tell('placements');
  }

  /** Follows a change of the document. */
  follow(event: vscode.TextDocumentChangeEvent): void {
    if (event.contentChanges.length === 0) {
      this.saving.became(event.document.isDirty);
      return;
    }
    this.saving.changed();
    const changes = event.contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      text,
    }));
    const reason = reasonOf(event.reason);
    const followed = this.placements.follow({ changes, reason }, () => this.text);
    // The first letter that is typed into a saved text is told before the text counts as unsaved.
    if (!event.document.isDirty) this.saving.became(false);
    for (const { text } of changes) this.marking.grow(text.length);
    this.suggestions.update(changes);
    this.afterFollowing(followed);
  }

  private afterFollowing({ changed, replaced, missing }: Followed): void {
    this.marking.moved();
    if (replaced) {
      void this.ports.baseTexts.keep(this.uri, replaced.baseText);
      this.tellOutsideChange(replaced.ids);
    }
    if (changed) this.tell('placements');
    if (missing) void this.takeSet();
  }

  /** Selectors for targets in the present text, made against the saved text where the document has unsaved changes. */
  async describe(targets: readonly (readonly Range[])[]): Promise<Selector[]> {
    return describeSaved(this.doc, targets, this.ports);
  }

  /**
   * Applies edits to the sidecar, undoable as one step under `label`. `placed` says where new or moved targets stand in
   * the present text, by id. Throws when the sidecar can't be written.
   */
  change(
    label: string,
    edits: readonly SidecarEdit[],
    placed: ReadonlyMap<string, readonly Range[]> = new Map(),
  ): void {
    if (edits.length === 0) return;
    const undo = inverse(edits, this.set, (id) => entryPlace(this.parsed, id));
    this.changeUnrecorded(edits, placed);
    this.history.record({ label, undo, redo: edits });
  }

  /** The same as a part of a larger change, which is remembered and taken back as a whole elsewhere. */
  changeUnrecorded(edits: readonly SidecarEdit[], placed: ReadonlyMap<string, readonly Range[]> = new Map()): void {
    this.sidecar.change(edits);
    this.afterOwnChange(placed);
  }

  /** Takes back the last change; answers what it was. */
  async undo(): Promise<string | undefined> {
    return this.replay(this.history.takeBack(), 'undo');
  }

  async redo(): Promise<string | undefined> {
    return this.replay(this.history.takeAgain(), 'redo');
  }

  dispose(): void {
    this.disposed = true;
    this.saving.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
    this.suggestions.dispose();
    this.changed.dispose();
    this.settledOutside.dispose();
  }

  /** The suggestions that nobody has judged. */
  get suggested(): readonly Mention[] {
    return this.suggestions.list;
  }

  /** Annotations that have a place now, then suggestions, in order of their start; an outer one before those in it. */
  get marks(): readonly Mark[] {
    return this.marking.all;
  }

  /** Annotations that have a place now, in order. */
  get annotated(): readonly AnnotationMark[] {
    return this.marking.annotated;
  }

  /** The marks that touch a part of the text, in order, without looking at the others: for what follows the cursor or the view. */
  marksIn(range: Range): readonly Mark[] {
    return this.marking.within(range);
  }

  /** Marks that hold the offset, also at their end; the smallest first. */
  marksAt(offset: number): readonly Mark[] {
    return this.marking.at(offset);
  }

  /** Annotations without a certain place, or whose words changed, that nobody has settled yet. */
  get attention(): readonly { readonly annotation: Annotation; readonly placement: Placement }[] {
    return this.shown.flatMap((annotation) => {
      const found = this.placementOf(annotation.id);
      const placement = found && { ...found, candidates: likelyPlaces(found) };
      if (!placement || (annotation.kept && placement.state !== 'anchored')) return [];
      return placement.state !== 'anchored' || placement.changed ? [{ annotation, placement }] : [];
    });
  }

  /** The annotations that the researcher may see: in blind mode not those of others. */
  get shown(): readonly Annotation[] {
    return this.ports.isBlind() ? this.set.annotations.filter((each) => this.isShown(each)) : this.set.annotations;
  }

  /** The replies that the researcher may see. */
  get replies(): readonly Reply[] {
    return this.set.replies.filter((reply) => this.isShown(reply));
  }

  /** Whose annotations are shown has changed. */
  showOthers(): void {
    this.suggestions.judge();
    this.tell('annotations');
  }

  private tell(change: SessionChange): void {
    if (change === 'suggestions') this.marking.moved();
    else this.marking.forget();
    if (!this.disposed) this.changed.fire(change);
  }

  private isShown({ author }: { readonly author: string }): boolean {
    return !this.ports.isBlind() || author === knownAuthor();
  }

  private async replay(entry: ReturnType<History['takeBack']>, way: 'undo' | 'redo'): Promise<string | undefined> {
    if (!entry) return undefined;
    this.sidecar.change(entry[way]);
    await this.takeSet('own');
    return entry.label;
  }

  private afterOwnChange(placed: ReadonlyMap<string, readonly Range[]>): void {
    const entries = this.entries();
    for (const [id, parts] of placed) {
      const entry = entries.get(id);
      if (entry) this.placements.put(entry, parts);
    }
    void this.takeSet('own');
  }

  private entries(): Map<string, Targeted> {
    return new Map<string, Targeted>(
      [...this.set.annotations, ...this.set.rejections].map((entry) => [entry.id, entry]),
    );
  }

  /** Brings the followed targets in line with the set: places what is new or has another selector, forgets what is gone. */
  private async takeSet(change?: 'own'): Promise<void> {
    const toPlace = this.placements.compare(this.entries());
    if (toPlace.length > 0) {
      const placing = this.place(toPlace, change);
      const all = Promise.allSettled([this.placing, placing]);
      this.placing = all;
      void all.then(() => {
        if (this.placing === all) this.placing = undefined;
      });
      await placing;
    }
    // Others may still be looking for places in a set that was taken before: nothing is in place until they have them.
    while (this.placing) await this.placing;
    if (this.disposed) return;
    this.suggestions.judge();
    this.tell('annotations');
  }

  private async place(entries: readonly Targeted[], change: 'own' | undefined): Promise<void> {
    const selectors = entries.map(({ selector }) => selector);
    const { placements, textChanged } = await placeAll(this, selectors, this.ports.baseTexts);
    this.placements.placeAll(entries, placements);
    if (textChanged && change !== 'own') this.tellOutsideChange(entries.map((entry) => entry.id));
  }

  /** Tells of all annotations, not of `ids` alone: those that an outside change merely shifted are in place too, those kept without a place are not. */
  private tellOutsideChange(ids: readonly string[]): void {
    if (!ids.some((id) => this.annotation(id))) return;
    const waiting = this.attention.length;
    const kept = this.shown.filter((each) => each.kept && !this.placementOf(each.id)?.parts).length;
    this.settledOutside.fire({ placed: this.shown.length - waiting - kept, waiting });
  }
}

function reasonOf(reason: vscode.TextDocumentChangeReason | undefined): 'undo' | 'redo' | undefined {
  switch (reason) {
    case vscode.TextDocumentChangeReason.Undo:
      return 'undo';
    case vscode.TextDocumentChangeReason.Redo:
      return 'redo';
    case undefined:
      return undefined;
  }
}
