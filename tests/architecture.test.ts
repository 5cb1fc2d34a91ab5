import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.ts';

const all = sourceFiles();
const shipped = all.filter((file) => !file.isTest);

describe('who may import whom', () => {
  const portable = [/^@aws-sdk\/client-/, /^@aws-sdk\/core/, /^@smithy\/core/];
  const rules: Array<{ says: string; of: RegExp; may: RegExp[] }> = [
    {
      says: 'a lab imports the kit and types of the SDK, and no other lab',
      of: /^labs\/\d/,
      may: [/^labs\/(kit|\d[^/]*)\//, /^@aws-sdk\/client-/, /^@smithy\/types/],
    },
    {
      says: 'the kit imports itself and the SDK',
      of: /^labs\/kit\//,
      may: [/^labs\/kit\//, /^@aws-sdk\//, /^@smithy\//, /^node:/],
    },
    {
      says: 'the core of the sandbox is portable: the SDK, and no Node',
      of: /^sandbox\/(core|services|identity)\//,
      may: [/^sandbox\/(core|services|identity)\//, ...portable],
    },
    {
      says: 'what needs Node stands in the parts, with the packages the decisions name',
      of: /^sandbox\/parts\//,
      may: [/^sandbox\//, /^node:/, /^yauzl$/, /^fflate$/, /^execa$/, ...portable],
    },
    {
      says: 'the check engine imports the kit alone',
      of: /^checker\/core\//,
      may: [/^checker\/core\//, /^labs\/kit\//, /^@aws-sdk\//, /^@smithy\//],
    },
    {
      says: 'resources stand on the check engine and the kit',
      of: /^checker\/resources\//,
      may: [/^checker\/(core|resources)\//, /^labs\/kit\//, /^@aws-sdk\//, /^@smithy\//],
    },
    {
      says: 'renderers import no command',
      of: /^checker\/render\//,
      may: [/^checker\/(render|core|cli|target)\//, /^labs\/kit\//, /^node:/, /^string-width$/],
    },
    {
      says: 'the checker stands on labs and sandbox, and knows no site',
      of: /^checker\//,
      may: [/^checker\//, /^labs\//, /^sandbox\//, /^node:/, packageName()],
    },
  ];

  test.each(rules)('$says', ({ of, may }) => {
    const broken = shipped
      .filter((file) => of.test(file.path))
      .flatMap((file) =>
        file.imports
          .filter((target) => !may.some((rule) => rule.test(target)))
          .map((target) => `${file.path} → ${target}`),
      );
    expect(broken).toEqual([]);
  });

  test('the ground floor imports nothing that stands on it', () => {
    const ground = shipped.filter((file) => /^(labs|sandbox)\//.test(file.path));
    expect(edges(ground, /^(checker|site|tests|scripts|content)\//)).toEqual([]);
    expect(
      edges(
        ground.filter((file) => file.path.startsWith('labs/')),
        /^sandbox\//,
      ),
    ).toEqual([]);
    expect(
      edges(
        ground.filter((file) => file.path.startsWith('sandbox/')),
        /^labs\//,
      ),
    ).toEqual([]);
  });

  test('one lab never imports another', () => {
    const crossings = shipped.flatMap((file) =>
      file.imports
        .filter((target) => labOf(file.path) && labOf(target) && labOf(file.path) !== labOf(target))
        .map((target) => `${file.path} → ${target}`),
    );
    expect(crossings).toEqual([]);
  });

  test('other programs are run by execa; only runtimes and the launcher spawn by themselves', () => {
    const own = /^sandbox\/parts\/runtimes\/|^checker\/bin\//;
    expect(
      edges(
        shipped.filter((file) => !own.test(file.path)),
        /^node:child_process$/,
      ),
    ).toEqual([]);
  });

  test('nobody imports the site, the tests or a test file', () => {
    expect(
      edges(
        shipped.filter((file) => !file.path.startsWith('site/')),
        /^site\//,
      ),
    ).toEqual([]);
    expect(edges(shipped, /^tests\/|\.test\.ts$/)).toEqual([]);
    expect(edges(shipped, /^sandbox\/testing\//)).toEqual([]);
  });

  /** Every package: what is neither a room of ours nor Node. */
  function packageName(): RegExp {
    return /^(?!labs\/|checker\/|sandbox\/|site\/|tests\/|content\/|node:)[@a-z]/;
  }
});

describe('what a linter cannot see', () => {
  const forbidden: Array<{ says: string; pattern: RegExp; except?: RegExp }> = [
    { says: 'no path climbs two folders', pattern: /from '\.\.\/\.\.\// },
    {
      says: 'nothing ends the process but the end of its work',
      pattern: /process\.exit\(/,
      // A bootstrap is a program of its own: it ends as Lambda's does.
      except: /^sandbox\/parts\/runtimes\/nodejs\//,
    },
    {
      says: 'only the command line prints',
      pattern: /console\.(log|error|warn|info)\(/,
      except: /^scripts\/|^checker\/(cli|commands)\/|^sandbox\/parts\/runtimes\/nodejs\/|\.texts\.ts$/,
    },
    {
      says: 'only the command line and the parts know of a process',
      pattern: /\bprocess\.(env|argv|stdout|stderr|exitCode|cwd)\b/,
      except: /^scripts\/|^site\/build|^checker\/(cli|commands|doctor|bin)\/|^sandbox\/parts\//,
    },
    { says: 'nothing is left for later', pattern: /\b(TODO|FIXME|XXX)\b/ },
  ];

  test.each(forbidden)('$says', ({ pattern, except }) => {
    const found = shipped
      .filter((file) => pattern.test(file.text) && !except?.test(file.path))
      .map(({ path }) => path);
    expect(found).toEqual([]);
  });

  test('classes are errors, and the custom element that a browser wants as one', () => {
    const found = shipped.flatMap((file) =>
      classesOf(file)
        .filter((one) => !one.isError)
        .map((one) => `${file.path}: ${one.name}`),
    );
    expect(found).toEqual([]);
  });

  test('no module keeps state that changes', () => {
    const found = shipped.flatMap((file) => topLevelLets(file).map((name) => `${file.path}: let ${name}`));
    expect(found).toEqual([]);
  });
});

function edges(files: SourceFile[], to: RegExp): string[] {
  return files.flatMap((file) =>
    file.imports.filter((target) => to.test(target)).map((target) => `${file.path} → ${target}`),
  );
}

function labOf(path: string): string | undefined {
  return /^labs\/(\d[^/]*)\//.exec(path)?.[1];
}

function parsed(file: SourceFile): ts.SourceFile {
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
}

function classesOf(file: SourceFile): Array<{ name: string; isError: boolean }> {
  const found: Array<{ name: string; isError: boolean }> = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) {
      const parent = node.heritageClauses?.[0]?.types[0]?.expression.getText() ?? '';
      found.push({
        name: node.name?.text ?? '(unnamed)',
        isError: /Error$|^Told$|^HTMLElement$/.test(parent),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed(file));
  return found;
}

function topLevelLets(file: SourceFile): string[] {
  return parsed(file)
    .statements.filter(ts.isVariableStatement)
    .filter(({ declarationList }) => (declarationList.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Let)
    .flatMap(({ declarationList }) => declarationList.declarations.map((one) => one.name.getText()));
}
