/**
 * What a store put into an editor that holds unsaved changes of its file, and what the file said when that editor began to: the
 * ground on which the two are brought together.
 */
export class EditorHandover {
  private given: { readonly text: string; readonly saving: boolean } | undefined;
  private begunOn: string | undefined;

  /** True when the editor has this text of ours already. */
  has(text: string): boolean {
    return this.given?.text === text;
  }

  /** The editor has taken this text of ours. */
  give(text: string): void {
    this.given = { text, saving: false };
  }

  /** What we gave is on disk, or was thrown away: it is ours to write again. */
  forget(): void {
    this.given = undefined;
  }

  /** An editor holds unsaved changes of the file, which says `disk`, or holds none any more. */
  holds(unsaved: boolean, disk: string | undefined): void {
    this.begunOn = unsaved ? (this.begunOn ?? disk) : undefined;
  }

  /** The editor is about to save: what we gave counts as its own from now on. */
  saves(): void {
    if (this.given) this.given = { ...this.given, saving: true };
  }

  /** The last text that memory and a file that says `disk` both knew. */
  baseOnDisk(disk: string | undefined): string | undefined {
    return this.given?.saving ? this.given.text : disk;
  }

  /** The last text that memory and the editor both knew. */
  baseInEditor(disk: string | undefined): string | undefined {
    return this.given?.text ?? this.begunOn ?? disk;
  }
}
