import { startArchitecture } from './architecture.ts';
import { startLabSteps } from './lab-steps.ts';
import { startProgressPage } from './progress-page.ts';
import { startQuiz } from './quiz.ts';
import { startReading } from './reading.ts';
import { startSearch } from './search.ts';
import { isServedByRunner } from './served-by-runner.ts';

/** One script for every page: a file for each part would cost more requests than it saves bytes. */
function start(selector: string, begin: (element: HTMLElement) => void): void {
  document.querySelectorAll<HTMLElement>(selector).forEach(begin);
}

start('.search', startSearch);
start('.quiz', startQuiz);
start('.lab-steps', startLabSteps);
start('.progress', startProgressPage);
start('.architecture', startArchitecture);
startReading();

// The live panel works with a runner alone: elsewhere it is not loaded, and here after what is read first.
if (isServedByRunner() && document.querySelector('lab-panel')) import('#site/panel/lab-panel.ts');
