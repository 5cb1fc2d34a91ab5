/** What a passed step proves to exist in the account, by the resource types that the drawing names. */
const proves: Readonly<Record<string, readonly string[]>> = {
  'lambda-alone/create-function': ['function'],
  'lambda-alone/role-may-log': ['function', 'execution-role'],
  'lambda-alone/test-run': ['log-group'],
  'call-translate/role-may-translate': ['function', 'execution-role'],
  'call-translate/code-translates': ['function'],
  'api-mock/create-api': ['rest-api'],
  'api-lambda/translate-method': ['rest-api'],
  'api-lambda/proxy-integration': ['rest-api', 'function'],
  'table/create-table': ['table'],
  'api-lambda-table/role-may-write': ['function', 'execution-role'],
  'api-lambda-table/called': ['rest-api', 'function', 'table'],
};

/** What is gone when the step that creates it fails; a log without its function is not worth a light. */
const disproves: Readonly<Record<string, readonly string[]>> = {
  'lambda-alone/create-function': ['function', 'execution-role', 'log-group'],
  'api-mock/create-api': ['rest-api'],
  'table/create-table': ['table'],
};

const key = 'handson.exists';

/** Lights up the boxes of what the checks have seen in this session; what earlier days saw may be cleaned up by now. */
export function startArchitecture(figure: HTMLElement): void {
  show(figure);
  document.addEventListener('handson:step', (event) => {
    const { lab, step, outcome } = (event as CustomEvent<{ lab: string; step: string; outcome: string }>)
      .detail;
    const exists = known();
    const name = `${lab}/${step}`;
    if (outcome === 'pass') for (const resource of proves[name] ?? []) exists.add(resource);
    if (outcome === 'fail') for (const resource of disproves[name] ?? []) exists.delete(resource);
    try {
      sessionStorage.setItem(key, [...exists].join(' '));
    } catch {
      // Without storage the next page begins in the dark.
    }
    show(figure, exists);
  });
}

function show(figure: HTMLElement, exists = known()): void {
  for (const box of figure.querySelectorAll<SVGElement>('[data-resource]')) {
    box.toggleAttribute('data-exists', exists.has(box.dataset.resource ?? ''));
  }
}

function known(): Set<string> {
  try {
    return new Set((sessionStorage.getItem(key) ?? '').split(' ').filter(Boolean));
  } catch {
    return new Set();
  }
}
