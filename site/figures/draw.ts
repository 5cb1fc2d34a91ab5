import type { Locale, Text } from '#labs/kit/text.ts';
import type { Arrow, Box, Figure } from './figure.ts';
import { widthOf, wrapText } from './wrap.ts';

const column = 190;
const gap = 26;
const rowGap = 46;
const edge = 8;
const size = 15;
const noteSize = 13;
const line = 19;
const width = 2 * column + gap + 2 * edge;

/** The figure as SVG in one language. Colours come from the page's style sheet, so that it follows light and dark. */
export function drawFigure(figure: Figure, locale: Locale, id: string): string {
  const rows = heightsOf(figure, locale);
  const placed = new Map(figure.boxes.map((box) => [box.id, place(box, rows)]));
  const height = rows.reduce((sum, row) => sum + row + rowGap, 2 * edge - rowGap);
  const arrows = figure.arrows.map((arrow) => drawArrow(arrow, placed, locale, id));
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${plain(figure.title[locale])}</title>`,
    `<desc id="${id}-desc">${plain(describe(figure, locale))}</desc>`,
    `<defs>${arrowHead(`${id}-head`, 'head')}${arrowHead(`${id}-head-added`, 'head added-head')}</defs>`,
    ...arrows.map(({ path }) => path),
    ...figure.boxes.map((box) => drawBox(box, placed, locale)),
    ...arrows.map(({ label }) => label),
    '</svg>',
  ].join('');
}

interface Place {
  x: number;
  y: number;
  height: number;
}

function heightsOf(figure: Figure, locale: Locale): number[] {
  const heights: number[] = [];
  for (const box of figure.boxes) {
    const row = box.at[1];
    heights[row] = Math.max(heights[row] ?? 0, heightOf(box, locale));
  }
  return heights;
}

function heightOf(box: Box, locale: Locale): number {
  const lines = linesOf(box, locale);
  const chips = box.chips ? box.chips.length * 24 + 2 : 0;
  return (lines.label.length + lines.note.length) * line + chips + 20;
}

function linesOf(box: Box, locale: Locale) {
  const room = column - 20;
  return {
    label: wrapText(box.label[locale], room / size, locale),
    note: box.note ? wrapText(box.note[locale], room / noteSize, locale) : [],
  };
}

function place(box: Box, rows: readonly number[]): Place {
  const [col, row] = box.at;
  const above = rows.slice(0, row).reduce((sum, height) => sum + height + rowGap, edge);
  return { x: edge + col * (column + gap), y: above, height: rows[row] ?? 0 };
}

function drawBox(box: Box, placed: ReadonlyMap<string, Place>, locale: Locale): string {
  const { x, y, height } = at(placed, box.id);
  const { label, note } = linesOf(box, locale);
  const chips = box.chips ?? [];
  const textHeight = (label.length + note.length) * line;
  const top = y + (height - textHeight - (chips.length > 0 ? chips.length * 24 + 2 : 0)) / 2;
  const middle = x + column / 2;
  const texts = [
    ...label.map((text, n) => textAt(middle, top + n * line + 14, text, 'label')),
    ...note.map((text, n) => textAt(middle, top + (label.length + n) * line + 14, text, 'note')),
  ];
  const pills = chips.map((chip, n) => {
    const chipTop = top + textHeight + 4 + n * 24;
    return `<g class="chip" data-resource="${chip.resource}"><rect x="${x + 16}" y="${chipTop}" width="${column - 32}" height="20" rx="10"/>${textAt(middle, chipTop + 14.5, chip.label[locale], 'note')}</g>`;
  });
  const resource = box.resource ? ` data-resource="${box.resource}"` : '';
  return `<g class="box ${box.kind}${box.isNew ? ' new' : ''}"${resource}><rect x="${x}" y="${y}" width="${column}" height="${height}" rx="8"/>${texts.join('')}${pills.join('')}</g>`;
}

function drawArrow(arrow: Arrow, placed: ReadonlyMap<string, Place>, locale: Locale, id: string) {
  const from = at(placed, arrow.from);
  const to = at(placed, arrow.to);
  const ends = from.y === to.y ? sideways(from, to) : upOrDown(from, to);
  const path = `<path class="arrow${arrow.isNew ? ' added' : ''}" d="M${ends.x1} ${ends.y1}L${ends.x2} ${ends.y2}" marker-end="url(#${id}-head${arrow.isNew ? '-added' : ''})"/>`;
  if (!arrow.label) return { path, label: '' };
  const text = arrow.label[locale];
  const x = (ends.x1 + ends.x2) / 2;
  const y = (ends.y1 + ends.y2) / 2;
  const wide = widthOf(text) * noteSize + 10;
  const label = `<g class="on-arrow"><rect x="${x - wide / 2}" y="${y - 11}" width="${wide}" height="21" rx="4"/>${textAt(x, y + 4.5, text, 'note')}</g>`;
  return { path, label };
}

function sideways(from: Place, to: Place) {
  const right = to.x > from.x;
  const y = from.y + Math.min(from.height, to.height) / 2;
  return { x1: from.x + (right ? column : 0), y1: y, x2: to.x + (right ? 0 : column), y2: y };
}

/** Where the columns differ, the ends lean towards each other, so that arrows do not lie on one another. */
function upOrDown(from: Place, to: Place) {
  const down = to.y > from.y;
  const lean = Math.sign(to.x - from.x) * column * 0.3;
  return {
    x1: from.x + column / 2 + lean,
    y1: from.y + (down ? from.height : 0),
    x2: to.x + column / 2 - lean,
    y2: to.y + (down ? 0 : to.height),
  };
}

function describe(figure: Figure, locale: Locale): string {
  if (figure.desc) return figure.desc[locale];
  const names = new Map<string, Text>(figure.boxes.map(({ id, label }) => [id, label]));
  const told = figure.arrows.map(({ from, to, label }) => {
    const ends = `${names.get(from)?.[locale] ?? from} → ${names.get(to)?.[locale] ?? to}`;
    return label ? `${ends} (${label[locale]})` : ends;
  });
  return told.join('; ');
}

function arrowHead(id: string, kind: string): string {
  return `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="12" markerHeight="12" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" class="${kind}"/></marker>`;
}

function textAt(x: number, y: number, text: string, kind: string): string {
  return `<text x="${x}" y="${y}" class="${kind}">${plain(text)}</text>`;
}

function at(placed: ReadonlyMap<string, Place>, id: string): Place {
  const found = placed.get(id);
  if (!found) throw new Error(`A figure has an arrow to the box "${id}", which it does not have.`);
  return found;
}

function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
