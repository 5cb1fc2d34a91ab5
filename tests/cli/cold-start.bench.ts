import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Bench, ms, type Row, ratio, timeProcesses } from '#scripts/bench-kit.ts';

const root = path.resolve(import.meta.dirname, '../..');
const launcher = path.join(root, 'checker/bin/handson.cjs');

/** The launcher under the Node it finds first, and under the system's own where that is an older one. */
export const bench: Bench = {
  name: 'Cold start of handson --help',
  run() {
    const nodes = { 'Node 24': process.execPath, ...systemNode() };
    return Object.entries(nodes).flatMap(([name, node]): Row[] => {
      const times = timeProcesses({
        bare: { program: node, args: ['-e', '0'] },
        help: { program: node, args: [launcher, '--help'] },
      });
      const { bare = [], help = [] } = times;
      return [
        { what: `${name}: node -e 0`, value: ms(bare) },
        { what: `${name}: handson --help`, value: ms(help) },
        { what: `${name}: ratio`, value: ratio(help, bare), goal: 'at most 3 ×' },
      ];
    });
  },
};

function systemNode(): Record<string, string> {
  const found = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => path.join(folder, 'node'))
    .find((file) => existsSync(file));
  return found ? { 'the system’s Node': found } : {};
}
