import * as vscode from 'vscode';
import type { Problem } from '../../core/text/problem';

/** A coded problem in the researcher's words; codes without words of their own keep core's plain English. */
export function wordProblem({ code, message }: Problem): string {
  if (code !== 'syntax') return message;
  return vscode.l10n.t(
    'From here on the file can’t be read, so nothing is written to it until this is mended. The reader says: {0}',
    message,
  );
}
