/** Why a state on disk could not be used as it is. Data for who prints it: it names what happened and where. */
export interface StateProblem {
  kind: 'corrupt' | 'newer' | 'in-use' | 'unreadable';
  path: string;
  /** Where the file lies now that was set aside; nothing is ever deleted. */
  keptAs?: string;
  detail: string;
}

/** The sentence a person reads. */
export function stateProblemText({ kind, path, keptAs, detail }: StateProblem): string {
  const kept = keptAs === undefined ? '' : ` It was kept as ${keptAs}, and an empty state was begun.`;
  return `${sentences[kind]} ${path} (${detail}).${kept}`;
}

const sentences: Record<StateProblem['kind'], string> = {
  corrupt: "The sandbox's state cannot be read:",
  newer: "The sandbox's state was written by a newer version of this program:",
  'in-use': "The sandbox's state is in use by another process:",
  unreadable: "The sandbox's state cannot be opened:",
};
