import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(import.meta.dirname, '..');

export interface SourceFile {
  /** From the root, with slashes. */
  path: string;
  text: string;
  imports: string[];
  isTest: boolean;
}

const rooms = ['labs', 'checker', 'sandbox', 'site', 'tests', 'scripts'];

/** Every TypeScript file of ours with what it imports; learners' own files (starter, solution) are no code of ours. */
export function sourceFiles(): SourceFile[] {
  return rooms
    .filter((room) => existsSync(path.join(root, room)))
    .flatMap((room) =>
      readdirSync(path.join(root, room), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(ts|mts|cjs|mjs)$/.test(entry.name))
        .map((entry) =>
          path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
        )
        .filter((file) => !/^labs\/[^/]+\/(starter|solution)\/|^site\/dist\//.test(file))
        .map(read),
    );
}

function read(file: string): SourceFile {
  const text = readFileSync(path.join(root, file), 'utf8');
  return { path: file, text, imports: importsOf(file, text), isTest: isTestFile(file) };
}

function isTestFile(file: string): boolean {
  return (
    file.startsWith('tests/') ||
    file.startsWith('sandbox/testing/') ||
    /\.(test|bench|fixture)\.ts$/.test(file)
  );
}

function importsOf(file: string, text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => resolve(file, fileName));
}

/** A file of ours as its path from the root, a package as its name. */
function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier;
}
