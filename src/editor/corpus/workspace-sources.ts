import * as vscode from 'vscode';
import { readMetadata } from '../../core/annotation/metadata';
import type { AnnotationSet, SourceMetadata } from '../../core/annotation/annotation';
import { parseSidecar, parseSidecarInSteps } from '../../core/sidecar';
import { readsAsProse } from '../../core/text/article';
import { identifyLanguage } from '../../core/text/language';
import { readText } from '../files/text-file';
import { sidecarPlaces, type Sessions } from '../session/sessions';
import { fileName, isNamedSource, LARGEST_SOURCE, maySource } from '../session/source-files';
import { setting } from '../settings/settings';

/** A source of the workspace as it is now, whether an editor shows it or not. */
export interface WorkspaceSource {
  readonly uri: vscode.Uri;
  /** Relative to its workspace folder, with the folder's name before it where there are several. */
  readonly path: string;
  readonly text: string;
  readonly set: AnnotationSet;
  /** What the annotation file says, completed by what the text says of itself, and the language by its words. */
  readonly details: SourceMetadata;
}

/** How many sources are read side by side. */
const READERS = 6;
/** A sidecar longer than this is parsed in steps, so that the host can do something else between. */
const PARSE_AT_ONCE = 200_000;
/** After so many milliseconds of reading the host gets its turn. */
const SLICE = 8;

/** The files of the workspace that may be sources, in natural order of their paths. */
export async function findSources(token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const found = new Map<string, vscode.Uri>();
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    for (const glob of setting('sources', folder.uri) ?? []) {
      const files = await vscode.workspace.findFiles(
        new vscode.RelativePattern(folder, glob),
        undefined,
        undefined,
        token,
      );
      for (const uri of files) if (maySource(uri)) found.set(uri.toString(), uri);
    }
  }
  const collator = new Intl.Collator(undefined, { numeric: true });
  return [...found.values()].sort((a, b) => collator.compare(a.path, b.path));
}

/** Reads sources and their annotations, from open editors where there are some; text that is no prose is left out. */
export async function readSources(
  sessions: Sessions,
  uris: readonly vscode.Uri[],
  token?: vscode.CancellationToken,
  tell?: (read: number) => void,
): Promise<WorkspaceSource[]> {
  const found: (WorkspaceSource | undefined)[] = uris.map(() => undefined);
  let next = 0;
  let since = Date.now();
  const reader = async (): Promise<void> => {
    while (next < uris.length && !token?.isCancellationRequested) {
      const at = next++;
      found[at] = await readSource(sessions, uris[at]!).catch(() => undefined);
      tell?.(next);
      if (Date.now() - since > SLICE) {
        await pause();
        since = Date.now();
      }
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return found.filter((source) => source !== undefined);
}

/** One source; `undefined` when it is no prose, or too large. Throws when it can't be read. */
export async function readSource(sessions: Sessions, uri: vscode.Uri): Promise<WorkspaceSource | undefined> {
  const path = vscode.workspace.asRelativePath(uri);
  const session = sessions.get(uri);
  if (session?.loaded) {
    const { text, set } = session;
    return { uri, path, text, set, details: detailsOf(text, set.source) };
  }
  const text = await readText(uri);
  if (text === undefined || text.length > LARGEST_SOURCE) return undefined;
  if (!isNamedSource(uri) && readsAsProse(text) === false) return undefined;
  const set = await readAnnotations(uri);
  return { uri, path, text, set, details: detailsOf(text, set.source) };
}

/** The annotations in a source's sidecar, wherever it may stand. Blind mode is the caller's affair. */
async function readAnnotations(uri: vscode.Uri): Promise<AnnotationSet> {
  const { preferred, other } = sidecarPlaces(uri);
  const text = (await readText(preferred)) ?? (other && (await readText(other))) ?? '';
  const options = { source: fileName(uri) };
  if (text.length < PARSE_AT_ONCE) return parseSidecar(text, options).set;
  const steps = parseSidecarInSteps(text, options);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value.set;
    await pause();
  }
}

function detailsOf(text: string, source: SourceMetadata): SourceMetadata {
  const { fields } = readMetadata(text);
  const guess = identifyLanguage(text);
  const known = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined));
  return { ...fields, ...(guess.confidence > 0 && { language: guess.language }), ...known };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
