/** What the reader has done, in this browser and nowhere else. */
export interface Progress {
  read: Record<string, string>;
  quiz: Record<string, { right: number; count: number }>;
  ticks: Record<string, string[]>;
}

const key = 'handson.progress';

export function loadProgress(): Progress {
  const empty: Progress = { read: {}, quiz: {}, ticks: {} };
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof found === 'object' && found !== null ? { ...empty, ...found } : empty;
  } catch {
    // A browser that refuses storage, or what somebody else wrote there: then we begin anew.
    return empty;
  }
}

export function changeProgress(change: (progress: Progress) => void): void {
  const progress = loadProgress();
  change(progress);
  try {
    localStorage.setItem(key, JSON.stringify(progress));
  } catch {
    // Without storage the page still works, and forgets.
  }
  document.dispatchEvent(new CustomEvent('handson:progress'));
}

export function forgetProgress(): void {
  changeProgress((progress) => {
    progress.read = {};
    progress.quiz = {};
    progress.ticks = {};
  });
}
