import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { anchorAll } from '../core/anchoring';
import { BUILT_IN_LAYERS } from '../core/annotation/annotation';
import {
  conflictedCopyOf,
  isSidecarName,
  parseSidecar,
  sidecarNameOf,
  type ParsedSidecar,
  sourceNameOf,
} from '../core/sidecar';
import type { Problem, Severity } from '../core/text/problem';
import { validate } from '../core/validation';
import { type Command, FAILED } from './command';

/** A problem as the command prints it; line and column count from 1, columns in UTF-16 units. */
interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

const USAGE = 'check [--json] FOLDER-OR-FILE';
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules', '.glossator']);
/** The layer that the settings bring as an example of the researcher's own. */
const EXAMPLE_LAYER = 'organisation';

/** Validates all sidecars below a folder and writes nothing. Exit code 1 when there is an error or warning. */
export const check: Command = {
  usage: USAGE,
  summary: 'Tells the problems of annotation files and writes nothing. Exit code 1 when there are any.',
  run(args, { out, error }) {
    const json = args.includes('--json');
    const paths = args.filter((arg) => arg !== '--json');
    const path = paths[0];
    if (path === undefined || paths.length > 1 || path.startsWith('--')) {
      error(`usage: ${USAGE}\n`);
      return FAILED;
    }
    const found = statSync(path, { throwIfNoEntry: false });
    const isOneFile = found?.isFile() === true && isSidecarName(path);
    if (!isOneFile && found?.isDirectory() !== true) {
      error(`${path} is neither a folder nor an annotation file.\n`);
      return FAILED;
    }
    const folder = isOneFile ? dirname(path) : path;
    const settings = settingsOf(folder);
    const layers = [...BUILT_IN_LAYERS, EXAMPLE_LAYER, ...ownLayers(settings)];
    const parallel = parallelFolder(folder, settings);
    const names = isOneFile ? [path] : [...filesBelow(folder)];
    const findings = names.flatMap((name) => checkFile(folder, name, layers, parallel));
    if (json) out(`${JSON.stringify(findings, null, 2)}\n`);
    else out(inWords(findings, names.filter(isSidecarName).length));
    return findings.some(({ severity }) => severity !== 'information') ? 1 : 0;
  },
};

/** Files that may be sidecars, through links too; a folder that a link leads back to is read once. */
function* filesBelow(folder: string, seen = new Set<string>()): Generator<string> {
  const real = realpathSync(folder);
  if (seen.has(real)) return;
  seen.add(real);
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory() && !SKIPPED_FOLDERS.has(name)) yield* filesBelow(path, seen);
    else if (found?.isFile() && name.endsWith('.yaml')) yield path;
  }
}

/** The folder's own settings; empty when there are none, or none that can be read. */
function settingsOf(folder: string): Readonly<Record<string, unknown>> {
  try {
    const settings = JSON.parse(readFileSync(join(folder, '.vscode', 'settings.json'), 'utf8')) as unknown;
    return typeof settings === 'object' && settings !== null ? (settings as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Ids of the layers that the settings define. */
function ownLayers(settings: Readonly<Record<string, unknown>>): readonly string[] {
  const layers = settings['glossator.layers'];
  return Array.isArray(layers)
    ? layers.flatMap((layer: { id?: unknown }) => (typeof layer.id === 'string' ? [layer.id] : []))
    : [];
}

/** The folder in which the settings want all sidecars, with the sources' own folders below it; absent when beside the sources. */
function parallelFolder(folder: string, settings: Readonly<Record<string, unknown>>): string | undefined {
  const named = settings['glossator.annotationFolder'];
  const path = typeof named === 'string' ? named.replace(/^[/\\]+|[/\\]+$/g, '') : '';
  return path === '' || path.split(/[/\\]/).includes('..') ? undefined : join(folder, path);
}

function checkFile(
  folder: string,
  path: string,
  layers: readonly string[],
  parallel: string | undefined,
): readonly Finding[] {
  const file = relative(folder, path);
  const copied = conflictedCopyOf(path);
  if (copied !== undefined && existsSync(copied)) {
    const message = `This is a conflicted copy of ${relative(folder, copied)}: merge the two.`;
    return [located(file, '', { code: 'conflicted-copy', severity: 'warning', message })];
  }
  const beside = sourceNameOf(path);
  if (beside === undefined) return [];
  const isParallel = parallel !== undefined && beside.startsWith(parallel + sep);
  const sourcePath = isParallel ? join(folder, relative(parallel, beside)) : beside;
  if (isParallel && existsSync(sidecarNameOf(sourcePath))) {
    const message = `There is ${relative(folder, sidecarNameOf(sourcePath))} too; neither is written until one of them is gone.`;
    return [located(file, '', { code: 'two-places', severity: 'error', message })];
  }
  const text = readText(path);
  if (text === undefined) {
    const message = 'The file is not valid UTF-8; it is not written until it is mended.';
    return [located(file, '', { code: 'not-utf8', severity: 'error', message })];
  }
  const parsed = parseSidecar(text, { source: relative(dirname(path), sourcePath) });
  const problems: Problem[] = [...parsed.problems];
  const sourceText = existsSync(sourcePath) ? readText(sourcePath) : undefined;
  if (!existsSync(sourcePath)) {
    const message = isParallel
      ? `There is no ${relative(folder, sourcePath)}.`
      : `There is no ${relative(dirname(path), sourcePath)} beside it.`;
    problems.push({ code: 'no-source', severity: 'warning', message });
  }
  problems.push(...validate(parsed, { layers, ...(sourceText !== undefined && { sourceText }) }));
  if (sourceText !== undefined) problems.push(...lostQuotes(parsed, sourceText));
  return problems.map((problem) => located(file, text, problem));
}

/** Annotations whose words are not in the article any more, and those that could be in several places. */
function lostQuotes(parsed: ParsedSidecar, sourceText: string): readonly Problem[] {
  const annotations = parsed.set.annotations.filter(({ kept }) => kept !== true);
  const placements = anchorAll(
    sourceText,
    annotations.map(({ selector }) => selector),
  );
  return annotations.flatMap(({ id, selector }, place): readonly Problem[] => {
    const state = placements[place]?.state;
    if (state === undefined || state === 'anchored') return [];
    const range = parsed.rangeOfKey(id, 'quote');
    const words = selector.quote.join(' … ');
    const [code, severity, message]: [string, Severity, string] =
      state === 'orphaned'
        ? ['orphaned', 'warning', `The article does not have these words: ${words}`]
        : ['ambiguous', 'information', `The article has several places for these words: ${words}`];
    return [{ code, severity, message, ...(range && { range }) }];
  });
}

/** The file's text; absent when it is not UTF-8. A BOM stays, so that offsets are those of the file. */
function readText(path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    return undefined;
  }
}

function located(file: string, text: string, { code, severity, message, range }: Problem): Finding {
  const before = text.slice(0, range?.start ?? 0);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  return { file, line, column: before.length - lineStart + 1, code, severity, message };
}

function inWords(findings: readonly Finding[], sidecars: number): string {
  const lines = findings.map(
    ({ file, line, column, severity, message, code }) =>
      `${file}:${line}:${column}: ${severity}: ${message} [${code}]\n`,
  );
  const files = sidecars === 1 ? '1 annotation file' : `${sidecars} annotation files`;
  const problems = findings.length === 1 ? '1 problem' : `${findings.length} problems`;
  return `${lines.join('')}${files}, ${problems}\n`;
}
