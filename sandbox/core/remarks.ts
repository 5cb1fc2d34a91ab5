/** What the fidelity table says of a service's operations besides that they are there. */
export type Remarks = Readonly<
  Record<
    string,
    {
      /** Kept and given back, and nothing comes of it. */
      stored?: true;
      note: string;
    }
  >
>;
