import type { Range } from '../text/range';
import type { Language, Mention, NameType } from './mention';
import type { RecognitionSession } from './session';

/** A name that the researcher has accepted, in any spelling that the corpus or the index of names gives. */
export interface KnownName {
  readonly name: string;
  readonly type: NameType;
}

export interface RecognizeOptions {
  /** The language of the whole text; absent: told per paragraph. */
  readonly language?: Language;
  /** Suggested wherever they stand, in every transliteration. */
  readonly confirmed?: readonly KnownName[];
  /** Not suggested in this text; `type` absent: as neither. Spelling must be the same, case apart. */
  readonly rejected?: readonly { readonly name: string; readonly type?: NameType }[];
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
 * Reads the packed model (`media/recognition.bin`, format in `model/FORMAT.md`); throws `RangeError` when the bytes are
 * no such file or of another version.
 */
export declare function createRecognizer(model: Uint8Array): Recognizer;
