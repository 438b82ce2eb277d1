// The page of the report: finds, arranges and sorts the rows that are there, and tells the extension what was pressed.
/* global document, window, Element, acquireVsCodeApi */
(() => {
  'use strict';
  const vscode = acquireVsCodeApi();
  const table = document.querySelector('table');
  const controls = /** @type {Record<string, HTMLInputElement>} */ (
    Object.fromEntries(['find', 'state', 'arrange', 'sort'].map((id) => [id, document.getElementById(id)]))
  );
  const shown = document.getElementById('shown');
  const rows = [];
  const texts = new Map();
  const worth = { doubtful: 0, draft: 1, settled: 2 };
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  const orders = {
    doubtful: (a, b) =>
      worth[a.dataset.state] - worth[b.dataset.state] || collator.compare(a.dataset.words, b.dataset.words),
    words: (a, b) => collator.compare(a.dataset.words, b.dataset.words),
    rendering: (a, b) => collator.compare(a.dataset.rendering, b.dataset.rendering),
    // What has no date stands last.
    date: (a, b) => collator.compare(a.dataset.date || '9', b.dataset.date || '9'),
    newest: (a, b) => collator.compare(b.dataset.at, a.dataset.at),
  };

  function headingOf(group, byTerm) {
    const row = document.createElement('tr');
    row.className = 'group';
    const cell = document.createElement('th');
    cell.scope = 'rowgroup';
    cell.colSpan = 7;
    cell.textContent = byTerm ? group[0].dataset.words : group[0].dataset.title;
    const renderings = new Set(group.map((each) => each.dataset.rendering).filter(Boolean)).size;
    if (byTerm && renderings > 1) {
      const several = document.createElement('span');
      several.className = 'several';
      several.textContent = table.dataset.several.replace('{0}', String(renderings));
      cell.append(' ', several);
    }
    row.append(cell);
    return row;
  }

  function show() {
    const wanted = controls.find.value.trim().toLowerCase();
    const byTerm = controls.arrange.value === 'term';
    const kept = rows
      .filter((row) => controls.state.value === '' || row.dataset.state === controls.state.value)
      .filter((row) => wanted === '' || texts.get(row).includes(wanted))
      .sort(orders[controls.sort.value] ?? orders.doubtful);
    const groups = new Map();
    for (const row of kept) {
      const key = byTerm ? row.dataset.key : row.dataset.source;
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
    const bodies = [...groups.values()].map((group) => {
      const body = document.createElement('tbody');
      body.append(headingOf(group, byTerm), ...group);
      return body;
    });
    for (const body of [...(table?.tBodies ?? [])]) body.remove();
    table?.append(...bodies);
    if (table) table.dataset.by = controls.arrange.value;
    shown.textContent = shown.dataset.words.replace('{0}', String(kept.length)).replace('{1}', String(rows.length));
    vscode.setState(Object.fromEntries(Object.entries(controls).map(([id, { value }]) => [id, value])));
  }

  const before = vscode.getState() ?? {};
  for (const [id, control] of Object.entries(controls)) {
    if (typeof before[id] === 'string') control.value = before[id];
    control.addEventListener(id === 'find' ? 'input' : 'change', show);
  }
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button) return;
    if (button.dataset.note !== undefined)
      vscode.postMessage({ type: 'show', note: Number(button.dataset.note), of: document.body.dataset.report });
    if (button.dataset.format !== undefined)
      vscode.postMessage({ type: 'export', format: button.dataset.format, by: controls.arrange.value });
  });
  document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
  // Rows come some at a time. They are shown with the first and with the last: in between the reader may read.
  window.addEventListener('message', ({ data }) => {
    if (data?.type !== 'rows' || data.of !== document.body.dataset.report) return;
    const holder = document.createElement('template');
    holder.innerHTML = data.rows;
    const first = rows.length === 0;
    for (const row of holder.content.children) {
      rows.push(row);
      texts.set(row, row.textContent.toLowerCase());
    }
    if (first || data.done) show();
  });
  if (table) vscode.postMessage({ type: 'ready', of: document.body.dataset.report });
  else show();
})();
