/** The files of the labs as text: what a lesson shows is what the tests run. */
const code = import.meta.glob<string>('/labs/*/{starter,solution}/**/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const commands = import.meta.glob<string>('/labs/*/cli.sh', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface CodeFile {
  name: string;
  text: string;
}

export function codeOf(
  folder: string,
  part: 'starter' | 'solution',
  language: 'python' | 'node',
): CodeFile | undefined {
  const start = `/labs/${folder}/${part}/${language}/`;
  const found = Object.entries(code).find(([path]) => path.startsWith(start));
  return found && { name: found[0].slice(start.length), text: found[1].trimEnd() };
}

/** The commands of one step of a lab's `cli.sh`, which marks each by `# step: ID`. */
export function commandsOf(folder: string, step: string): string | undefined {
  const script = commands[`/labs/${folder}/cli.sh`];
  const part = script?.split(/^# step: /m).find((text) => text.startsWith(`${step}\n`));
  return part?.slice(step.length + 1).trim();
}
