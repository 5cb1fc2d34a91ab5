/** Why a state on disk could not be used as it is. Data for who prints it: it names what happened and where. */
export interface StateProblem {
  kind: 'corrupt' | 'newer' | 'in-use' | 'unreadable';
  path: string;
  /** Where the file lies now that was set aside; nothing is ever deleted. */
  keptAs?: string;
  detail: string;
}
