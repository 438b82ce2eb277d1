/** What a sidecar's name adds to the whole name of its source, so that those of `a.txt` and `a.md` don't meet. */
export const SIDECAR_SUFFIX = '.annotations.yaml';

/** The sidecar's name (or path) for a source's. */
export function sidecarNameOf(sourceName: string): string {
  return sourceName + SIDECAR_SUFFIX;
}

/** True for the name (or path) of a sidecar. */
export function isSidecarName(name: string): boolean {
  return sourceNameOf(name) !== undefined;
}

/** The source's name (or path) for a sidecar's; absent when the name is not a sidecar's. */
export function sourceNameOf(sidecarName: string): string | undefined {
  if (!sidecarName.endsWith(SIDECAR_SUFFIX)) return undefined;
  const source = sidecarName.slice(0, -SIDECAR_SUFFIX.length);
  return source === '' || /[\\/]$/.test(source) ? undefined : source;
}

/**
 * How cloud storage marks the copy of a file that two machines changed: what stands between the name's stem and its
 * extension. Each pattern matches at the end of a stem.
 */
const COPY_MARKS: readonly RegExp[] = [
  // Dropbox: `a (Anna's conflicted copy 2026-11-21)`, with a machine's name, and `(Case Conflict 1)`.
  / \([^()]*(?:conflicted copy|case conflict)[^()]*\)$/i,
  // Dropbox in Dutch, German, French, Spanish interfaces.
  / \([^()]*(?:conflicterende kopie|exemplaar met conflict|in Konflikt stehende Kopie|Copie en conflit|copia en conflicto)[^()]*\)$/i,
  // Nextcloud and ownCloud: `a (conflicted copy 2026-11-21 201500)`, older `a_conflict-20261121-201500`.
  /_conflict-\d{8}-\d{6}$/i,
  // Syncthing: `a.sync-conflict-20261121-201500-ABCDEFG`.
  /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?$/i,
  // Google Drive: `a (1)`, `a [Conflict]`, `a [conflict 1]`.
  / \[conflict(?: \d+)?\]$/i,
  / \(\d{1,3}\)$/,
  // iCloud Drive: `a 2`.
  / \d{1,2}$/,
];

/** OneDrive appends the machine's name, which can be any word: `a-DESKTOP-4F2K`. */
const ONEDRIVE_MARK = /-(?:[A-Z0-9]+-)*[A-Z0-9]{2,15}(?:-\d+)?$/i;

/**
 * The sidecar's name that a cloud storage's conflicted copy stands for; absent when the name is no such copy. The mark may
 * stand before any of the name's dots (`a.txt.annotations (1).yaml`, `a.txt (1).annotations.yaml`). A name that may be
 * anybody's (`a.txt.annotations-OLD.yaml`) is answered too: the caller looks whether that sidecar exists beside it.
 */
export function conflictedCopyOf(name: string): string | undefined {
  if (!name.toLowerCase().endsWith('.yaml')) return undefined;
  const stem = name.slice(0, -'.yaml'.length);
  const tail = '.annotations';
  for (const mark of [...COPY_MARKS, ONEDRIVE_MARK]) {
    const bare = stem.replace(mark, '');
    if (bare !== stem && bare.endsWith(tail) && bare.length > tail.length) return `${bare}.yaml`;
  }
  if (!stem.endsWith(tail)) return undefined;
  const source = stem.slice(0, -tail.length);
  for (const mark of COPY_MARKS) {
    const bare = source.replace(mark, '');
    if (bare !== source && /\.[^./\\]+$/.test(bare)) return sidecarNameOf(bare);
  }
  return undefined;
}
