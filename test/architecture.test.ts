import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript-6';
import { describe, expect, it } from 'vitest';
import { filesBelow } from './support/files.ts';

/**
 * The import rules of ARCHITECTURE.md, executed. A kind is the first row that a path matches; what a kind may import is a
 * list of kinds, `own` (the same folder), and packages.
 */
const KINDS: [kind: string, pattern: RegExp][] = [
  ['test', /\.test\.tsx?$|^test\/|^bench\/|\/fixtures\//],
  ['main', /^src\/[a-z-]+\.ts$|^vite(st)?\.config\.ts$/],
  ['base', /^src\/base\//],
  ['solver', /^src\/science\/assignment\/solver\.ts$/],
  ['science', /^src\/science\//],
  ['picture', /^src\/model\/picture\//],
  ['model', /^src\/model\//],
  ['record-store', /^src\/records\/[a-z]+\/([a-z-]+\.)?store\.ts$/],
  ['record-fields', /^src\/records\/[a-z]+\/fields\.ts$/],
  ['record', /^src\/records\//],
  ['connector', /^src\/connectors\//],
  ['contract', /^src\/capabilities\/[a-z]+\/contract\.ts$/],
  ['view', /^src\/capabilities\/[a-z]+\/.+\.tsx$/],
  ['store', /^src\/capabilities\/[a-z]+\/([a-z-]+\.)?store\.ts$/],
  ['action', /^src\/capabilities\/[a-z]+\/([a-z-]+\.)?(actions|routes|worker)\.ts$/],
  ['pure', /^src\/capabilities\/[a-z]+\/.+\.ts$/],
  ['platform-contract', /^src\/platform\/contract\.ts$/],
  ['platform', /^src\/platform\//],
  ['web', /^src\/web\//],
];

const PURE_PACKAGES = ['temporal-polyfill'];
const ALLOWED: Record<string, { kinds: string[]; packages: 'any' | 'node' | string[] }> = {
  base: { kinds: ['base'], packages: PURE_PACKAGES },
  science: { kinds: ['base', 'science'], packages: [] },
  solver: { kinds: ['base', 'science'], packages: ['highs'] },
  picture: { kinds: ['base', 'science', 'model', 'picture', 'record'], packages: [] },
  model: { kinds: ['base', 'science', 'model', 'picture', 'record'], packages: [] },
  record: { kinds: ['base', 'record'], packages: [] },
  'record-fields': { kinds: ['base', 'record'], packages: ['zod'] },
  'record-store': { kinds: ['base', 'record', 'record-store', 'platform'], packages: ['kysely'] },
  connector: { kinds: ['own', 'base', 'record'], packages: ['csv-parse', 'ical.js', 'zod', 'node'] },
  contract: {
    kinds: ['own-pure', 'base', 'model', 'picture', 'record', 'record-fields', 'platform-contract'],
    packages: ['zod'],
  },
  pure: { kinds: ['own-pure', 'own-contract', 'base', 'science', 'model', 'picture', 'record'], packages: [] },
  store: { kinds: ['own', 'base', 'record', 'platform'], packages: ['kysely'] },
  action: {
    kinds: [
      'own',
      'base',
      'science',
      'solver',
      'model',
      'picture',
      'record',
      'record-store',
      'connector',
      'platform',
      'platform-contract',
    ],
    packages: ['node', 'commander'],
  },
  view: {
    kinds: ['own-pure', 'own-contract', 'own-view', 'base', 'model', 'picture', 'record', 'web'],
    packages: ['react', 'react-dom', '@mantine', '@tanstack'],
  },
  'platform-contract': { kinds: ['base'], packages: ['zod'] },
  platform: { kinds: ['base', 'platform', 'platform-contract'], packages: 'any' },
  web: { kinds: ['base', 'picture', 'platform-contract', 'web', 'page'], packages: 'any' },
};

const kindOf = (path: string) => KINDS.find(([, pattern]) => pattern.test(path))?.[0];
const builtins = new Set(builtinModules);
const packageOf = (specifier: string) =>
  specifier.startsWith('node:') || builtins.has(specifier)
    ? 'node'
    : specifier.startsWith('@')
      ? specifier.split('/')[0]!
      : specifier.split('/')[0]!;

function importsOf(path: string): string[] {
  return ts.preProcessFile(readFileSync(path, 'utf8'), true, true).importedFiles.map((file) => file.fileName);
}

/** Why an import is forbidden; undefined when it is fine. */
function refusal(path: string, specifier: string): string | undefined {
  const rule = ALLOWED[kindOf(path)!]!;
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier);
    return rule.packages === 'any' || rule.packages.includes(name) ? undefined : `package ${specifier}`;
  }
  const target = normalize(join(dirname(path), specifier));
  if (/\.(css|json)$/.test(target)) return undefined;
  const kind = kindOf(target);
  const own = folderOf(path) === folderOf(target);
  if (kind === undefined) return `${target}, which no rule covers`;
  if (rule.kinds.includes(kind)) return undefined;
  if (own && (rule.kinds.includes('own') || rule.kinds.includes(`own-${kind}`))) return undefined;
  if (rule.kinds.includes('page') && /^src\/capabilities\/[a-z]+\/(page\.tsx|contract\.ts)$/.test(target))
    return undefined;
  return `${target} (${kind})`;
}

const folderOf = (path: string) => path.split('/').slice(0, 3).join('/');

const files = filesBelow(['src', 'test', 'bench'], /\.tsx?$/);
const sources = files.filter((path) => !['test', 'main'].includes(kindOf(path) ?? ''));

describe('the import rules', () => {
  it('read the files they judge', () => {
    expect(sources.length).toBeGreaterThan(80);
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(300);
  });

  it('cover every file', () => {
    expect(files.filter((path) => kindOf(path) === undefined)).toEqual([]);
  });

  it('allow every import that is there', () => {
    const broken = sources.flatMap((path) =>
      importsOf(path).flatMap((specifier) => {
        const why = refusal(path, specifier);
        return why === undefined ? [] : [`${path} imports ${why}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('would notice a capability that reaches into another, a pure file that reaches for the database, and SQL in an action', () => {
    expect(refusal('src/capabilities/seats/actions.ts', '../people/actions.ts')).toBeDefined();
    expect(refusal('src/model/advice.ts', '../platform/db/connect.ts')).toBeDefined();
    expect(refusal('src/capabilities/seats/actions.ts', 'kysely')).toBeDefined();
    expect(refusal('src/science/normal.ts', 'node:fs')).toBeDefined();
  });

  it('leave no circle of imports between files, types included', () => {
    const graph = new Map(
      sources.map((path) => [
        path,
        importsOf(path)
          .filter((s) => s.startsWith('.'))
          .map((s) => normalize(join(dirname(path), s))),
      ]),
    );
    expect(circles(graph)).toEqual([]);
  });
});

function circles(graph: Map<string, string[]>): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (path: string, trail: string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push([...trail.slice(at), path]);
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

/** Drawn from the migrated tables. */
const GENERATED = 'src/platform/db/schema.ts';

describe('the rules of the house', () => {
  const text = (path: string) => readFileSync(path, 'utf8');

  it('read the clock only in base/time and roll dice only in base/random', () => {
    const offenders = sources.filter(
      (path) => path !== 'src/base/time.ts' && /\bDate\.now\(|new Date\(|\bMath\.random\(/.test(text(path)),
    );
    expect(offenders).toEqual([]);
  });

  it('read the environment only at the top', () => {
    const offenders = sources.filter((path) => /process\.env\b/.test(text(path)));
    expect(offenders).toEqual([]);
  });

  it('compare instants with instants: with a day, row-level security leaves the index unused', () => {
    const compared = /\b(opened_at|resolved_at|at)\s*(<|>|<=|>=)\s*\$\{[^}]*\}::date/;
    expect(sources.filter((path) => compared.test(text(path)))).toEqual([]);
    expect(compared.test(`where t.resolved_at >= \${day}::date - 6`)).toBe(true);
  });

  it('draw the cases of properties from one seed', () => {
    const offenders = files.filter(
      (path) => path !== 'test/support/properties.ts' && importsOf(path).includes('fast-check'),
    );
    expect(offenders).toEqual([]);
  });

  it('keep files short: none above 400 lines, 95% at most 250, the median at most 80', () => {
    const lengths = sources
      .filter((path) => path !== GENERATED)
      .map((path) => text(path).split('\n').length)
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length * 0.95)]).toBeLessThanOrEqual(250);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
    const all = filesBelow(['src', 'test', 'bench', 'bin', 'migrations'], /\.(tsx?|css|js|sql)$/);
    expect(all.length).toBeGreaterThan(files.length);
    const long = all.filter((path) => path !== GENERATED && text(path).split('\n').length > 401);
    expect(long).toEqual([]);
  });
});
