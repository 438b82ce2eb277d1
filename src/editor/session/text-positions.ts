import * as vscode from 'vscode';
import type { Range } from '../../core/text/range';

/** A range of a document's text, as the editor has it. */
export function rangeIn(document: vscode.TextDocument, { start, end }: Range): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** Positions in a text that no open document may hold; lines end as the editor has them, a lone carriage return too. */
export function positionsIn(text: string): (offset: number) => vscode.Position {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return new vscode.Position(low, offset - starts[low]!);
  };
}
