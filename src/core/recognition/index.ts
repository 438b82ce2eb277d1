export type { GazetteerList, Language, Mention, MentionType, NameType, Reason, Stated, StatedCharge } from './mention';
export { movedMention } from './mention';
export type { KnownName, Recognizer, RecognizeOptions } from './recognizer';
export type { TextChange } from './cut-text';
export type { RecognitionSession } from './session';
export { createRecognizer } from './recognizer';
export { identifyLanguage, identifyParagraphs } from '../text/language';
export type { LanguageGuess } from '../text/language';
