import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRecognizer, identifyLanguage, type Mention, type Recognizer } from '../core/recognition';
import { CodePointIndex } from '../core/text/code-points';
import { explain } from '../standalone-reasons';
import { type Command, FAILED } from './command';

const USAGE = 'recognize --json [--units utf16|codepoints] FILE...';
const UNITS = ['utf16', 'codepoints'] as const;
type Units = (typeof UNITS)[number];

/** One file's people, places and charges as the command prints them. */
interface Recognised {
  readonly file: string;
  readonly language: string;
  readonly mentions: readonly {
    readonly type: string;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
    readonly why: string;
  }[];
}

/**
 * Prints the people, places and charges of texts. Offsets count code points in the text with LF line ends and without
 * BOM, as annotation files do, or UTF-16 units of the text as it stands in the file, without BOM.
 */
export const recognize: Command = {
  usage: USAGE,
  summary: 'Prints the people, places and charges of texts. Exit code 2 when a file can’t be read.',
  run(args, { out, error }) {
    const given = parseArguments(args);
    if (given === undefined) {
      error(`usage: ${USAGE}\n`);
      return FAILED;
    }
    const recognizer = loadRecognizer();
    const results: Recognised[] = [];
    let failed = false;
    for (const file of given.files) {
      try {
        results.push(recogniseFile(recognizer, file, given.units));
      } catch (problem) {
        failed = true;
        error(`${file}: ${problem instanceof Error ? problem.message : String(problem)}\n`);
      }
    }
    out(given.json ? `${JSON.stringify(results, null, 2)}\n` : inWords(results));
    return failed ? FAILED : 0;
  },
};

function parseArguments(args: readonly string[]) {
  const files: string[] = [];
  let units: Units = 'codepoints';
  let json = false;
  for (let k = 0; k < args.length; k++) {
    const arg = args[k]!;
    if (arg === '--json') json = true;
    else if (arg === '--units') {
      const named = UNITS.find((each) => each === args[k + 1]);
      if (named === undefined) return undefined;
      units = named;
      k++;
    } else if (arg.startsWith('--')) return undefined;
    else files.push(arg);
  }
  return files.length > 0 ? { files, units, json } : undefined;
}

/** The packed model stands in `media/`, beside the folder of the built command or of its source. */
function loadRecognizer(): Recognizer {
  const places = ['../media', '../../media'].map((folder) => join(__dirname, folder, 'recognition.bin'));
  const file = places.find((place) => existsSync(place));
  if (file === undefined)
    throw new Error('media/recognition.bin, which the recogniser needs, is not beside the program.');
  return createRecognizer(readFileSync(file));
}

function recogniseFile(recognizer: Recognizer, file: string, units: Units): Recognised {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  const index = units === 'codepoints' ? new CodePointIndex(text) : undefined;
  const offset = (at: number): number => index?.toCodePoints(at) ?? at;
  return {
    file,
    language: identifyLanguage(text).language,
    mentions: recognizer.recognize(text).map((mention: Mention) => ({
      type: mention.type,
      start: offset(mention.start),
      end: offset(mention.end),
      quote: text.slice(mention.start, mention.end),
      why: explain(mention.why),
    })),
  };
}

function inWords(results: readonly Recognised[]): string {
  return results
    .map(({ file, language, mentions }) => {
      const lines = mentions.map(({ type, start, quote, why }) => `  ${type.padEnd(6)} ${start}: ${quote} (${why})\n`);
      return `${file} (${language})\n${lines.join('')}`;
    })
    .join('');
}
