import type { ClassEvent, RoundReport, RowHead, RowPatch, TalkItem } from './class-wire.ts';

/**
 * Keeps the page as the board says. It is sent to the browser as it stands here, so everything it needs is inside. Only
 * what has changed is touched, and only as text: scroll, focus and selection stay, and no name becomes markup.
 */
export function boardClient(): void {
  const board = document.getElementById('board') as HTMLElement;
  const body = board?.querySelector<HTMLTableSectionElement>('.heat tbody');
  if (!board || !body) return;
  const read = (name: string) => JSON.parse(board.dataset[name] ?? 'null');
  const words: Record<string, string> = read('words');
  const signs: ReadonlyArray<[name: string, glyph: string, words: string]> = read('signs');
  const now = {
    round: read('round') as RoundReport,
    instance: board.dataset.instance ?? '',
    seq: Number(board.dataset.seq),
    seenAt: Date.now(),
    isLost: false,
    pauseMs: 500,
  };
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'medium' });
  const marked = new Set<HTMLElement>();
  const markMs = 20_000;

  const fill = (text: string | undefined, values: Record<string, string | number>) =>
    (text ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name] ?? whole;
      return typeof value === 'number' ? numbers.format(value) : value;
    });

  /** Nothing is touched that says this already. */
  const write = (element: Element | null, text: string) => {
    if (element && element.textContent !== text) element.textContent = text;
  };

  const sayStatus = () => {
    const { at, number, looked, asked, next, trouble } = now.round;
    const time = at === null ? '' : clock.format(at);
    const seconds = next === null ? 0 : Math.ceil((next - Date.now()) / 1000);
    const soon = seconds > 0 ? fill(words.next, { seconds }) : (words.now ?? '');
    const status =
      at === null
        ? (words.nobody ?? '')
        : fill(number === null ? words.last : words.round, { number: number ?? 0, time, looked, asked });
    write(
      board.querySelector('.status'),
      number === null || now.isLost ? status : fill(words.andNext, { status, next: soon }),
    );
    const note = number === null ? (words.notWatched ?? '') : '';
    write(document.getElementById('note'), trouble === null ? note : fill(words.trouble, { trouble }));
  };

  const mark = (element: HTMLElement) => {
    element.dataset.new = '';
    marked.add(element);
  };

  const unmark = (elements: readonly HTMLElement[]) => {
    for (const element of elements) {
      delete element.dataset.new;
      marked.delete(element);
    }
  };

  const patchCell = (row: HTMLTableRowElement, column: number, sign: number) => {
    const cell = row.cells[column + 2];
    const [name = '', glyph = '', said = ''] = signs[sign] ?? [];
    if (!cell || cell.classList.contains(`s-${name}`)) return;
    cell.className = cell.classList.contains('first') ? `s-${name} first` : `s-${name}`;
    if (cell.firstChild) cell.firstChild.nodeValue = glyph;
    if (cell.lastElementChild) cell.lastElementChild.textContent = said;
    mark(cell);
  };

  /** The line in small letters under what a cell says first. */
  const patchSmall = (cell: HTMLElement, text: string | null) => {
    const before = cell.querySelector(':scope > small');
    if (text === null) return before?.remove();
    if (before) return write(before, text);
    const small = document.createElement('small');
    small.textContent = text;
    cell.append(small);
  };

  const patchHead = (row: HTMLTableRowElement, { points, open, told }: RowHead) => {
    const [name, sum] = row.cells;
    if (!name || !sum) return;
    if (sum.firstChild?.nodeValue !== points && sum.firstChild) sum.firstChild.nodeValue = points;
    patchSmall(sum, open);
    patchSmall(name, told);
  };

  const patchRows = (patches: readonly RowPatch[]) => {
    for (const [at, cells, head] of patches) {
      const row = body.rows[at];
      if (!row) continue;
      for (let place = 0; place < cells.length; place += 2)
        patchCell(row, cells[place] ?? -1, cells[place + 1] ?? -1);
      if (head) patchHead(row, head);
    }
    const fresh = [...marked];
    setTimeout(() => unmark(fresh), markMs);
  };

  const patchTalk = (kind: 'stuck' | 'near', items: readonly TalkItem[]) => {
    const list = document.getElementById(kind);
    if (!list) return;
    const lines = items.map(
      ({ learners, step, say }) => [fill(words.times, { learners }), step, say] as const,
    );
    const none = [null, words[`${kind}None`] ?? '', null] as const;
    for (const [at, line] of (lines.length === 0 ? [none] : lines).entries()) {
      const before = list.children[at];
      const said = JSON.stringify(line);
      const after = before ?? document.createElement('li');
      if (!before) list.append(after);
      if (linesOf(after) === said) continue;
      after.replaceChildren(...partsOf(line));
    }
    while (list.children.length > Math.max(1, items.length)) list.lastElementChild?.remove();
  };

  type Line = readonly [times: string | null, step: string, say: string | null];

  const linesOf = (item: Element) => {
    const text = (name: string) => item.querySelector(name)?.textContent ?? null;
    return JSON.stringify([text('b'), text('span') ?? item.textContent, text('q')]);
  };

  const partsOf = ([times, step, say]: Line): Array<Node | string> => {
    if (times === null) return [step];
    const part = (tag: string, text: string) => {
      const element = document.createElement(tag);
      element.textContent = text;
      return element;
    };
    return [part('b', times), ' ', part('span', step), ...(say === null ? [] : [part('q', say)])];
  };

  const hear = (event: ClassEvent) => {
    now.seenAt = Date.now();
    switch (event.type) {
      case 'reload':
        return location.reload();
      case 'rows':
        patchRows(event.rows);
        now.instance = event.instance;
        now.seq = event.seq;
        return;
      case 'talk':
        patchTalk('stuck', event.stuck);
        return patchTalk('near', event.near);
      case 'round':
        now.round = event.round;
        return sayStatus();
      case 'over':
        return write(document.getElementById('over'), event.said);
    }
  };

  const sayLine = (isLost: boolean) => {
    if (isLost === now.isLost) return;
    now.isLost = isLost;
    board.toggleAttribute('data-lost', isLost);
    const time = clock.format(now.seenAt);
    write(document.getElementById('line'), isLost ? fill(words.lost, { time }) : (words.back ?? ''));
    sayStatus();
  };

  const dial = () => {
    const { instance, seq } = now;
    const page = new URLSearchParams({ instance, seq: String(seq), shape: board.dataset.shape ?? '' });
    const source = new EventSource(`${board.dataset.events}&${page}`);
    source.onopen = () => {
      now.pauseMs = 500;
      now.seenAt = Date.now();
      sayLine(false);
    };
    for (const type of ['reload', 'rows', 'talk', 'round', 'over'])
      source.addEventListener(type, (event) => hear(JSON.parse(event.data)));
    source.onerror = () => {
      source.close();
      sayLine(true);
      setTimeout(dial, now.pauseMs);
      now.pauseMs = Math.min(now.pauseMs * 2, 10_000);
    };
  };

  sayStatus();
  setInterval(sayStatus, 1000);
  dial();
}
