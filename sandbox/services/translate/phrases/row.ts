/** English, Japanese, Vietnamese. Behind `|` stand other ways to say it: understood, but not what is answered. */
export type Row = readonly [en: string, ja: string, vi: string];
