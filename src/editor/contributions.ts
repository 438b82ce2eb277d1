/**
 * Every name that package.json and the code share. The contract test holds the two to each other, both ways, so a
 * command, setting, view, colour or context key that exists on one side only fails the build.
 */

export const COMMANDS = {
  annotatePerson: 'glossator.annotatePerson',
  annotatePlace: 'glossator.annotatePlace',
  annotateCharge: 'glossator.annotateCharge',
  annotateNote: 'glossator.annotateNote',
  annotateAs: 'glossator.annotateAs',
  accept: 'glossator.accept',
  reject: 'glossator.reject',
  rejectInSource: 'glossator.rejectInSource',
  changeType: 'glossator.changeType',
  extendToSelection: 'glossator.extendToSelection',
  deleteAnnotation: 'glossator.deleteAnnotation',
  markAllOccurrences: 'glossator.markAllOccurrences',
  applyToAll: 'glossator.applyToAll',
  applyNoteToAll: 'glossator.comments.applyToAll',
  applyPlaces: 'glossator.places.apply',
  cancelPlaces: 'glossator.places.cancel',
  togglePlace: 'glossator.places.toggle',
  ignorePitfall: 'glossator.ignorePitfall',
  acceptAllOfName: 'glossator.acceptAllOfName',
  editCharge: 'glossator.editCharge',
  nextAnnotation: 'glossator.nextAnnotation',
  previousAnnotation: 'glossator.previousAnnotation',
  nextSuggestion: 'glossator.nextSuggestion',
  previousSuggestion: 'glossator.previousSuggestion',
  chooseAtCursor: 'glossator.chooseAtCursor',
  undo: 'glossator.undo',
  redo: 'glossator.redo',

  startReview: 'glossator.startReview',
  reviewAccept: 'glossator.review.accept',
  reviewReject: 'glossator.review.reject',
  reviewChangeType: 'glossator.review.changeType',
  reviewSkip: 'glossator.review.skip',
  reviewBack: 'glossator.review.back',
  reviewLeave: 'glossator.review.leave',

  translate: 'glossator.translate',
  editTranslation: 'glossator.editTranslation',
  createNoteFromComment: 'glossator.comments.create',
  replyToNote: 'glossator.comments.reply',
  editComment: 'glossator.comments.edit',
  saveComment: 'glossator.comments.save',
  cancelComment: 'glossator.comments.cancel',
  deleteComment: 'glossator.comments.delete',
  settleNote: 'glossator.comments.settle',
  reopenNote: 'glossator.comments.reopen',
  doubtNote: 'glossator.comments.doubt',
  addNoteToGlossary: 'glossator.comments.addToGlossary',
  toggleRenderings: 'glossator.toggleRenderings',
  addToGlossary: 'glossator.addToGlossary',
  openGlossary: 'glossator.openGlossary',
  goToGlossaryEntry: 'glossator.goToGlossaryEntry',
  showOccurrences: 'glossator.showOccurrences',
  openOccurrence: 'glossator.openOccurrence',
  translateOccurrence: 'glossator.translateOccurrence',
  applyTerm: 'glossator.applyTerm',
  mergeGlossary: 'glossator.mergeGlossary',
  settleGlossary: 'glossator.settleGlossary',
  copyCitation: 'glossator.copyCitation',
  openParallelSource: 'glossator.openParallelSource',
  goToCounterpart: 'glossator.goToCounterpart',
  checkConsistency: 'glossator.checkConsistency',
  keepInconsistency: 'glossator.keepInconsistency',
  checkNoteAgain: 'glossator.checkNoteAgain',
  chooseConsistencyRules: 'glossator.chooseConsistencyRules',
  report: 'glossator.report',
  exportReport: 'glossator.exportReport',

  openAnnotationFile: 'glossator.openAnnotationFile',
  retrySave: 'glossator.retrySave',
  saveAnnotationsAs: 'glossator.saveAnnotationsAs',
  restoreAnnotations: 'glossator.restoreAnnotations',
  setAuthor: 'glossator.setAuthor',
  renameAuthor: 'glossator.renameAuthor',
  toggleBlindMode: 'glossator.toggleBlindMode',
  forgetStoredTexts: 'glossator.forgetStoredTexts',
  resolveConflict: 'glossator.resolveConflict',
  mergeConflictMarkers: 'glossator.mergeConflictMarkers',
  mergeConflictedCopies: 'glossator.mergeConflictedCopies',
  setUpMerging: 'glossator.setUpMerging',

  takeCandidate: 'glossator.takeCandidate',
  confirmPlace: 'glossator.confirmPlace',
  placeByHand: 'glossator.placeByHand',
  keepAsOrphan: 'glossator.keepAsOrphan',
  acceptCandidates: 'glossator.acceptCandidates',
  showAttention: 'glossator.showAttention',

  editSourceDetails: 'glossator.editSourceDetails',
  setSourceLanguage: 'glossator.setSourceLanguage',
  importSourceDetails: 'glossator.importSourceDetails',
  setUpFolder: 'glossator.setUpFolder',
  correctSourceText: 'glossator.correctSourceText',
  protectSourceText: 'glossator.protectSourceText',
  treatAsSource: 'glossator.treatAsSource',
  treatAsNoSource: 'glossator.treatAsNoSource',
  continueReading: 'glossator.continueReading',
  openWalkthrough: 'glossator.openWalkthrough',
  openSample: 'glossator.openSample',
  showLog: 'glossator.showLog',

  revealAnnotation: 'glossator.revealAnnotation',
} as const;

export type CommandKey = keyof typeof COMMANDS;
export type CommandId = (typeof COMMANDS)[CommandKey];

/** Settings below `glossator.`, with the type that the code reads. */
export interface Settings {
  readonly sources: readonly string[];
  readonly exclude: readonly string[];
  readonly layers: readonly { readonly id: string; readonly label: string; readonly color?: string }[];
  readonly author: string;
  readonly targetLanguage: string;
  /** Rules of consistency by their codes; one that is absent is off. */
  readonly consistency: Readonly<Record<string, boolean>>;
  readonly 'suggestions.enabled': boolean;
  readonly 'suggestions.threshold': number;
  readonly 'renderings.show': boolean;
  readonly 'renderings.maximumLength': number;
  readonly 'renderings.suggest': boolean;
  readonly 'pitfalls.show': boolean;
  /** As typed by hand: each entry is looked at before it is used. */
  readonly 'pitfalls.own': unknown;
  readonly 'pitfalls.ignore': readonly string[];
  readonly annotationFolder: string;
  readonly 'texts.keepInWorkspace': boolean;
  readonly 'texts.maximumSize': number;
  readonly offerFolderSetup: boolean;
  readonly sourcesReadOnly: boolean;
}
export const SETTINGS = [
  'sources',
  'exclude',
  'layers',
  'author',
  'targetLanguage',
  'consistency',
  'suggestions.enabled',
  'suggestions.threshold',
  'renderings.show',
  'renderings.maximumLength',
  'renderings.suggest',
  'pitfalls.show',
  'pitfalls.own',
  'pitfalls.ignore',
  'annotationFolder',
  'texts.keepInWorkspace',
  'texts.maximumSize',
  'offerFolderSetup',
  'sourcesReadOnly',
] as const satisfies readonly (keyof Settings)[];

export const VIEWS = {
  sources: 'glossator.sources',
  thisSource: 'glossator.thisSource',
  attention: 'glossator.attention',
  /** The places that a change would touch, while it is previewed. */
  places: 'glossator.places',
  glossary: 'glossator.glossary',
} as const;

export const CONTEXT_KEYS = {
  /** The active editor shows a source. */
  isSource: 'glossator.isSource',
  /** The active source may not be typed into, so single keys annotate. */
  singleKeys: 'glossator.singleKeys',
  /** The review loop is on. */
  reviewing: 'glossator.reviewing',
  /** The cursor is on an annotation. */
  onAnnotation: 'glossator.onAnnotation',
  /** The cursor is on a suggestion. */
  onSuggestion: 'glossator.onSuggestion',
  /** The places of a change are shown, to be ticked. */
  previewing: 'glossator.previewing',
  /** Places are looked for, to be previewed, or are being previewed. */
  expectingPlaces: 'glossator.expectingPlaces',
  /** Steps of the walkthrough that were done in this window. */
  accepted: 'glossator.accepted',
  rejected: 'glossator.rejected',
  marked: 'glossator.marked',
  translated: 'glossator.translated',
  fileSeen: 'glossator.fileSeen',
  /** The workspace holds at least one source. */
  hasSources: 'glossator.hasSources',
  /** The workspace was looked through for sources. */
  searched: 'glossator.searched',
} as const;

/** Theme colours; each layer has an underline colour and a background. */
export const COLORS = {
  person: 'glossator.person',
  personBackground: 'glossator.personBackground',
  place: 'glossator.place',
  placeBackground: 'glossator.placeBackground',
  charge: 'glossator.charge',
  chargeBackground: 'glossator.chargeBackground',
  note: 'glossator.note',
  noteBackground: 'glossator.noteBackground',
  rendering: 'glossator.rendering',
  uncertain: 'glossator.uncertain',
} as const;

export const COMMENT_CONTROLLER = 'glossator.notes';
export const LANGUAGE_ID = 'source-article';
