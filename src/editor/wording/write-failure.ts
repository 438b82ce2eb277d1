import * as vscode from 'vscode';

/**
 * Why a file could not be written and what to do about it, for the middle of a sentence; the file system's own words where
 * there are no better ones. Codes are those of Node (`ENOSPC`) and of `vscode.FileSystemError`.
 */
export function wordWriteFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // What comes through VS Code's own file system keeps Node's code in its words only.
  const inWords = /\b(?:ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EIO)\b/.exec(message)?.[0];
  switch (inWords ?? (error as { readonly code?: unknown }).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return vscode.l10n.t('the disk is full: make room, and saving goes on by itself within a minute');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'NoPermissions':
      return vscode.l10n.t(
        'the file or its folder is read-only: allow writing, and saving goes on by itself within a minute',
      );
    case 'EIO':
      return vscode.l10n.t('the disk reports an error: save a copy elsewhere');
    default:
      return message.replace(/\.$/, '');
  }
}
