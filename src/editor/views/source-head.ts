import * as vscode from 'vscode';
import { readMetadata } from '../../core/annotation/metadata';
import { identifyLanguage } from '../../core/recognition';
import { parseSidecar, type ParsedSidecar } from '../../core/sidecar';
import { articleName, readsAsProse } from '../../core/text/article';
import { sidecarUri } from '../session/sessions';
import { readText } from '../files/text-file';

/** What the Sources view knows of a file without opening it. */
export interface SourceHead {
  /** From the annotation file, the metadata or the first line; `undefined` for an empty or unreadable text. */
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly language: string | undefined;
  /** How many annotations stand in the annotation file; `undefined` when there is none, or it is too large to look. */
  readonly annotations: number | undefined;
  /** False when the text is plainly no prose. */
  readonly prose: boolean;
}

/** Files above this are listed by their name: reading them for a title would cost more than it tells. */
const LARGEST_READ = 4 * 1024 * 1024;
const LARGEST_SIDECAR = 1024 * 1024;
/** Characters that title, date and language are told from. */
const HEAD = 8_000;

const UNREAD: SourceHead = {
  title: undefined,
  date: undefined,
  language: undefined,
  annotations: undefined,
  prose: true,
};

/** Reads what a list shows of a source. Never throws: of a file that can't be read nothing is known. */
export async function readHead(uri: vscode.Uri, hasSidecar: boolean): Promise<SourceHead> {
  try {
    const [text, sidecar] = await Promise.all([readStart(uri), hasSidecar ? readSidecar(uri) : undefined]);
    return headOf(text, sidecar);
  } catch {
    return UNREAD;
  }
}

/** What a list shows of a source whose text and sidecar are at hand. */
export function headOf(text: string | undefined, sidecar: ParsedSidecar | undefined): SourceHead {
  const source = sidecar?.set.source ?? {};
  const start = text?.slice(0, HEAD) ?? '';
  const { fields, range } = readMetadata(start);
  const guess = identifyLanguage(start);
  return {
    title: source.title ?? fields.title ?? articleName(start.slice(range.end)),
    date: source.date ?? fields.date,
    language: source.language ?? (guess.confidence > 0 ? guess.language : undefined),
    annotations: sidecar?.set.annotations.length,
    prose: text === undefined || readsAsProse(start) !== false,
  };
}

async function readStart(uri: vscode.Uri): Promise<string | undefined> {
  if ((await vscode.workspace.fs.stat(uri)).size > LARGEST_READ) return undefined;
  const bytes = await vscode.workspace.fs.readFile(uri);
  // A character cut in two at the end becomes a replacement character, which no title reaches.
  return new TextDecoder().decode(bytes.subarray(0, HEAD * 2));
}

async function readSidecar(uri: vscode.Uri): Promise<ParsedSidecar | undefined> {
  const sidecar = sidecarUri(uri);
  const size = await vscode.workspace.fs.stat(sidecar).then(
    (stat) => stat.size,
    () => Infinity,
  );
  if (size > LARGEST_SIDECAR) return undefined;
  const text = await readText(sidecar).catch(() => undefined);
  return text === undefined ? undefined : parseSidecar(text);
}
