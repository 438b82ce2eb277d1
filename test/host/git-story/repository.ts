import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { editSidecar, parseSidecar, type ParsedSidecar, type SidecarEdit } from '../../../src/core/sidecar';
import { plain, readTagged, written, type Tagged } from './tagged-text';

const BOM = '\ufeff';

/** What a text says, whatever its byte order mark and line ends. */
export const withoutSigns = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

/** How a text is put into bytes. */
export interface Encoding {
  readonly bom?: boolean;
  readonly crlf?: boolean;
}

/** A work tree with articles. Beside each article git keeps one with numbered words, by which its history is known. */
export class WorkTree {
  constructor(readonly folder: string) {}

  git(...args: readonly string[]): string {
    return execFileSync('git', ['-c', 'user.name=Anna', '-c', 'user.email=anna@example.org', ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, GIT_EDITOR: 'true' },
    });
  }

  /** False when git ended with an error, as it does at a conflict. */
  tries(...args: readonly string[]): boolean {
    try {
      this.git(...args);
      return true;
    } catch {
      return false;
    }
  }

  commit(message: string): void {
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', message);
  }

  file(name: string): string {
    return path.join(this.folder, name);
  }

  sidecar(name: string): string {
    return this.file(`${name}.annotations.yaml`);
  }

  read(name: string): string | undefined {
    try {
      return fs.readFileSync(this.file(name), 'utf8');
    } catch {
      return undefined;
    }
  }

  readSidecar(name: string): string | undefined {
    return this.read(`${name}.annotations.yaml`);
  }

  parsed(name: string): ParsedSidecar {
    return parseSidecar(this.readSidecar(name) ?? '');
  }

  /** The article with its words numbered; `undefined` where git has merged the two in different ways, or there is none. */
  tagged(name: string): Tagged | undefined {
    const numbered = this.read(numberedName(name));
    const tokens = numbered === undefined ? undefined : readTagged(numbered);
    return tokens && plain(tokens) === withoutSigns(this.read(name) ?? '') ? tokens : undefined;
  }

  write(name: string, tokens: Tagged, { bom = false, crlf = false }: Encoding = {}): void {
    const text = plain(tokens);
    fs.writeFileSync(this.file(numberedName(name)), written(tokens));
    fs.writeFileSync(this.file(name), `${bom ? BOM : ''}${crlf ? text.replaceAll('\n', '\r\n') : text}`);
  }

  /** Changes a sidecar as another program does: replaced by a rename, or in its place. */
  annotate(name: string, edits: readonly SidecarEdit[], byRename = true): void {
    const { text, problems } = editSidecar(this.readSidecar(name) ?? '', edits, { fileName: name });
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join());
    const file = this.sidecar(name);
    if (!byRename) return fs.writeFileSync(file, text);
    fs.writeFileSync(`${file}~`, text);
    fs.renameSync(`${file}~`, file);
  }
}

export const numberedName = (name: string): string => name.replace(/\.txt$/, '.numbered');
