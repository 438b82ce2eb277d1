/** A charge in a marked sentence; `stage` undefined where the text gives none. */
export interface MarkedCharge {
  readonly start: number;
  readonly end: number;
  readonly stage: string | undefined;
}

/** Takes the marks `{{C:stage|...}}`, `{{P|...}}` and `{{L|...}}` out of a text and gives the charges where they then stand (UTF-16). */
export function unmark(marked: string): { readonly text: string; readonly charges: readonly MarkedCharge[] } {
  const charges: MarkedCharge[] = [];
  const open: { readonly mark: string; readonly start: number }[] = [];
  let text = '';
  for (let i = 0; i < marked.length;) {
    const opening = /^\{\{([PLC](?::[a-z -]+)?)\|/.exec(marked.slice(i, i + 24));
    if (opening !== null) {
      open.push({ mark: opening[1] ?? '', start: text.length });
      i += opening[0].length;
    } else if (marked.startsWith('}}', i) && open.length > 0) {
      const closed = open.pop();
      if (closed?.mark.startsWith('C') === true) {
        const stage = closed.mark.slice(2).replace('-', ' ');
        charges.push({ start: closed.start, end: text.length, stage: stage === '' ? undefined : stage });
      }
      i += 2;
    } else text += marked[i++] ?? '';
  }
  return { text, charges: charges.sort((a, b) => a.start - b.start) };
}
