import type { Range } from '../text/range';
import type { Language, Mention, NameType } from './mention';
import { readModel } from './model-file';
import { OpenText, type RecognitionSession } from './session';
import { Tagger } from './tagger';

/** A name that the researcher has accepted, in any spelling that the corpus or the index of names gives. */
export interface KnownName {
  readonly name: string;
  readonly type: NameType;
}

/** A name that is not to be suggested; `type` absent: neither as a person nor as a place. */
export interface RejectedName {
  readonly name: string;
  readonly type?: NameType;
}

export interface RecognizeOptions {
  /** The language of the whole text; absent: told per paragraph. */
  readonly language?: Language;
  /** Suggested wherever they stand, in every transliteration. */
  readonly confirmed?: readonly KnownName[];
  /** Not suggested in this text; the spelling must be the same but for case and diacritics. */
  readonly rejected?: readonly RejectedName[];
}

export interface OpenOptions extends RecognizeOptions {
  /** The part on screen, recognised first. UTF-16. */
  readonly visible?: Range;
}

export interface Recognizer {
  /** All mentions in order of start, the longer first; mentions of different types may nest. */
  recognize(text: string, options?: RecognizeOptions): readonly Mention[];
  /** Recognition that follows edits; see `RecognitionSession`. */
  open(text: string, options?: OpenOptions): RecognitionSession;
}

/**
 * Reads the packed model (`media/recognition.bin`, layout in `model/FORMAT.md`); throws `RangeError` when the bytes are
 * no such file or of another version.
 */
export function createRecognizer(bytes: Uint8Array): Recognizer {
  const model = readModel(bytes);
  const tagger = new Tagger(model);
  return {
    recognize: (text, options = {}) => new OpenText(text, options, model, tagger).finish(),
    open: (text, options = {}) => new OpenText(text, options, model, tagger),
  };
}
