import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { crc32 } from 'node:zlib';

/** Bytes before what was compiled: a CRC-32, and nothing up to V8's alignment. */
const HEADER = 8;

export interface Loaded<Exports> {
  readonly exports: Exports;
  /** False when the bundle had to be compiled: then `keep` spares the next process the work. */
  readonly kept: boolean;
  /** Keeps what is compiled by now, instead of what earlier versions left. A disk that takes no file changes nothing. */
  readonly keep: () => void;
}

/**
 * Runs a CommonJS bundle with what V8 compiled of it in an earlier process (`cachedData` of `vm.Script`), where `folder` has that
 * whole and of this very bundle and engine; else compiles it as `require` does. Throws what the bundle throws.
 */
export function loadCompiled<Exports>(bundle: string, folder: string): Loaded<Exports> {
  const { mtimeMs, size } = statSync(bundle);
  // V8 compares its own version and flags, but of the source no more than the length.
  const file = path.join(folder, `${process.versions.v8}-${mtimeMs}-${size}.bin`);
  const cachedData = readWhole(file);
  const script = new vm.Script(`(function (exports, require, module) {${readFileSync(bundle, 'utf8')}\n})`, {
    filename: bundle,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  const run = script.runInThisContext() as (exports: object, require: NodeJS.Require, of: typeof module) => void;
  run(module.exports, createRequire(bundle), module);
  return {
    exports: module.exports as Exports,
    kept: cachedData !== undefined && script.cachedDataRejected === false,
    keep: () => keep(script, file),
  };
}

/** What `keep` wrote; `undefined` when it is not there, or damaged, which V8 does not look for and dies of. */
function readWhole(file: string): Buffer | undefined {
  try {
    const written = readFileSync(file);
    const compiled = written.subarray(HEADER);
    return written.readUInt32LE(0) === crc32(compiled) ? compiled : undefined;
  } catch {
    return undefined;
  }
}

function keep(script: vm.Script, file: string): void {
  const folder = path.dirname(file);
  const written = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    for (const old of readdirSync(folder)) rmSync(path.join(folder, old), { force: true });
    const compiled = script.createCachedData();
    const header = Buffer.alloc(HEADER);
    header.writeUInt32LE(crc32(compiled));
    writeFileSync(written, Buffer.concat([header, compiled]));
    renameSync(written, file);
  } catch {
    // What is left of an attempt goes with the next one that succeeds.
  }
}
