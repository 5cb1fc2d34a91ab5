import type { Text } from '#labs/kit/text.ts';

/** A drawing of boxes and arrows on a grid of two columns: narrow enough for a phone without scrolling. */
export interface Figure {
  title: Text;
  /** For who cannot see it; without it the arrows are told one by one. */
  desc?: Text;
  boxes: readonly Box[];
  arrows: readonly Arrow[];
}

export interface Box {
  id: string;
  /** Column 0 to 1 (0.5 stands in the middle) and row. */
  at: readonly [column: number, row: number];
  label: Text;
  note?: Text;
  kind: 'person' | 'draft' | 'live' | 'service';
  /** What it is in the account, by the labs' resource types: the runner lights it up. */
  resource?: string;
  /** Drawn as what this lesson adds. */
  isNew?: boolean;
  chips?: readonly { label: Text; resource: string }[];
}

export interface Arrow {
  from: string;
  to: string;
  label?: Text;
  isNew?: boolean;
}
