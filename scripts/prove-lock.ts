#!/usr/bin/env zx
/**
 * Proves the lock file whole: every optional binary of every platform is in it, and no address of a registry.
 * Some registries lack some binaries of the newest versions; `npm install` then writes a lock that `npm ci` refuses.
 */
import { fs, path } from 'zx';

interface Locked {
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}

const root = path.resolve(import.meta.dirname, '..');
const { packages } = (await fs.readJson(path.join(root, 'package-lock.json'))) as {
  packages: Record<string, Locked>;
};
const names = new Set(Object.keys(packages).map((place) => place.replace(/^.*node_modules\//, '')));

const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !names.has(name))
    .map((name) => `${place} wants ${name}`),
);
const addressed = Object.entries(packages)
  .filter(([, { resolved }]) => resolved)
  .map(([place]) => `${place} carries an address`);

for (const problem of [...missing, ...addressed]) console.error(problem);
console.log(`${names.size} packages, ${missing.length} missing, ${addressed.length} with an address`);
process.exitCode = missing.length + addressed.length > 0 ? 1 : 0;
