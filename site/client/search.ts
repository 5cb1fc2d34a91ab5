import { spellings } from './spellings.ts';

interface Pagefind {
  init(): Promise<void>;
  search(term: string): Promise<{ results: Found[] }>;
}

interface Found {
  id: string;
  score: number;
  data(): Promise<{ url: string; excerpt: string; meta: { title?: string } }>;
}

const most = 10;

/** The search's window. Pagefind itself (script, index, WebAssembly) is loaded when it is opened for the first time. */
export function startSearch(root: HTMLElement): void {
  const dialog = root.querySelector('dialog');
  const input = root.querySelector('input');
  const list = root.querySelector('ol');
  const said = root.querySelector('[role="status"]');
  const button = root.querySelector('button');
  if (!dialog || !input || !list || !said || !button) return;
  const { hint = '', none = '', some = '', one = '', failed = '', pagefind = '' } = root.dataset;
  let loading: Promise<Pagefind> | undefined;
  let asked = 0;

  const open = () => {
    loading ??= load(pagefind);
    loading.catch(() => {
      said.textContent = failed;
    });
    dialog.showModal();
    input.select();
  };
  const look = async () => {
    const term = input.value.trim();
    asked += 1;
    const mine = asked;
    if (term === '' || !loading) {
      list.replaceChildren();
      said.textContent = hint;
      return;
    }
    await new Promise((done) => setTimeout(done, 120));
    if (mine !== asked) return;
    const engine = await loading;
    const found = await searchAll(engine, spellings(term, document.documentElement.lang));
    const pages = await Promise.all(found.slice(0, most).map((result) => result.data()));
    if (mine !== asked) return;
    const words = found.length === 0 ? none : found.length === 1 ? one : some;
    said.textContent = words.replace('{term}', term).replace('{count}', `${found.length}`);
    list.replaceChildren(...pages.map(row));
  };

  button.addEventListener('click', open);
  button.disabled = false;
  input.addEventListener('input', () => {
    look().catch(() => {
      said.textContent = failed;
    });
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => moveByArrows(event, dialog));
  window.addEventListener('keydown', (event) => {
    if (!(event.metaKey || event.ctrlKey) || event.key !== 'k') return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else open();
  });
}

async function load(address: string): Promise<Pagefind> {
  const engine: Pagefind = await import(/* @vite-ignore */ address);
  await engine.init();
  return engine;
}

/** One list of what all spellings find, the best score of each page counting. */
async function searchAll(engine: Pagefind, terms: readonly string[]): Promise<Found[]> {
  const answers = await Promise.all(terms.map((term) => engine.search(term)));
  const best = new Map<string, Found>();
  for (const result of answers.flatMap(({ results }) => results)) {
    const known = best.get(result.id);
    if (!known || known.score < result.score) best.set(result.id, result);
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}

function row({ url, excerpt, meta }: Awaited<ReturnType<Found['data']>>): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title ?? url;
  const text = document.createElement('p');
  text.append(...marked(excerpt));
  item.append(link, text);
  return item;
}

/** An excerpt has `<mark>` around what was found: that is taken over and nothing else. */
function marked(excerpt: string): Node[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map((node) => {
    if (node.nodeName !== 'MARK') return document.createTextNode(node.textContent ?? '');
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
}

function moveByArrows(event: KeyboardEvent, dialog: HTMLDialogElement): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const places = [...dialog.querySelectorAll<HTMLElement>('input, a')];
  const now = places.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  places[now + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}
