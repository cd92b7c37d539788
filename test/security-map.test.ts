import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import fixture from './fixtures/asvs-5.0.0-levels.json' with { type: 'json' };

// docs/security.md says of each point of the OWASP ASVS whether it is met. What it rests on must be there.

const MAP = 'docs/security.md';
const RULES = 'docs/security/rules.md';
const STATES = ['met', 'not applicable', 'not met'];
const LEVELS = fixture.levels as Record<string, number>;

type Point = { chapter: string; number: string; level: number; asks: string; state: string; evidence: string };

const cellsOf = (line: string) =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim().replace(/^\*\*|\*\*$/g, ''));

/** The points of the map, in the order in which they stand. */
function readPoints(text: string): Point[] {
  let chapter = '';
  return text.split('\n').flatMap((line) => {
    chapter = /^### (V\d+ .+)$/.exec(line)?.[1] ?? chapter;
    if (!/^\| \d+\.\d+\.\d+ \|/.test(line)) return [];
    const [number, level, asks, state, evidence] = cellsOf(line) as [string, string, string, string, string];
    return [{ chapter, number, level: Number(level), asks, state, evidence }];
  });
}

/** What the table at the top says: chapter → how many in each state. */
function readCounts(text: string): Record<string, number[]> {
  const rows = text.split('\n').filter((line) => /^\| (V\d+ |\*\*all )/.test(line));
  return Object.fromEntries(rows.map((line) => cellsOf(line)).map(([name, ...counts]) => [name!, counts.map(Number)]));
}

const countOf = (points: readonly Point[]) => STATES.map((state) => points.filter((one) => one.state === state).length);

const quotedIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, quoted]) => quoted!);

/** `file › name` */
const testsIn = (text: string) =>
  quotedIn(text)
    .filter((quoted) => quoted.includes(' › '))
    .map((quoted) => quoted.split(' › ') as [file: string, name: string]);

const ROOT_FILES =
  /^(Dockerfile|compose\.yaml|\.dockerignore|package(-lock)?\.json|tsconfig\.json|biome\.json|vite\.config\.ts)$/;

/** Files that are named, those of tests included; `*` stands for one folder of several. */
const pathsIn = (text: string) =>
  quotedIn(text)
    .map((quoted) => quoted.split(' › ')[0]!)
    .filter(
      (path) => /^(src|test|bin|deploy|migrations|docs|bench|\.ci)\/[\w./*-]+$/.test(path) || ROOT_FILES.test(path),
    );

const linksIn = (text: string) =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address]) => address!).filter((address) => !/^https?:/.test(address));

/** Whether a file holds a test of this name, in whichever quotation marks. */
function holdsTest(source: string, name: string): boolean {
  return [`'${name.replaceAll("'", "\\'")}'`, `"${name}"`, `\`${name}\``].some((title) =>
    new RegExp(`(?:\\(|\\n\\s*)${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')},`).test(source),
  );
}

const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

const read = (path: string) => readFileSync(path, 'utf8');
const points = readPoints(read(MAP));

describe('the map of the OWASP ASVS', () => {
  it('has every requirement of levels 1 and 2 once, with its level, in order', () => {
    expect(Object.keys(LEVELS)).toHaveLength(253);
    expect(points.map(({ number, level }) => [number, level])).toEqual(Object.entries(LEVELS));
    for (const { number, chapter } of points) expect(chapter).toMatch(new RegExp(`^V${number.split('.')[0]} `));
  });

  it('says of each one of three things, and on what that rests', () => {
    const bare = points.filter(
      ({ asks, state, evidence }) => asks === '' || !STATES.includes(state) || evidence === '',
    );
    expect(bare).toEqual([]);
    const unproven = points.filter(
      ({ state, evidence }) => state === 'met' && [...pathsIn(evidence), ...linksIn(evidence)].length === 0,
    );
    expect(unproven).toEqual([]);
    // Why it is missing and what follows takes a sentence.
    const unsaid = points.filter(({ state, evidence }) => state === 'not met' && evidence.split(' ').length < 8);
    expect(unsaid).toEqual([]);
  });

  it('counts right', () => {
    const chapters = [...new Set(points.map(({ chapter }) => chapter))];
    const counted = chapters.map((one) => [one, countOf(points.filter(({ chapter }) => chapter === one))]);
    expect(readCounts(read(MAP))).toEqual(Object.fromEntries([...counted, [`all ${points.length}`, countOf(points)]]));
  });

  it('names tests that are there', () => {
    const named = testsIn(read(MAP));
    expect(named.length).toBeGreaterThan(100);
    const gone = named.filter(([file, name]) => !existsSync(file) || !holdsTest(read(file), name));
    expect(gone.map((one) => one.join(' › '))).toEqual([]);
  });

  it.each([MAP, RULES])('names files and sections that are there: %s', (page) => {
    const text = read(page);
    const paths = pathsIn(text).map((path) => path.replace(/\/\*\/.*$/, ''));
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
    const broken = linksIn(text).filter((address) => {
      const [file, anchor] = address.split('#') as [string, string | undefined];
      const target = file === '' ? page : normalize(join(dirname(page), file));
      return !existsSync(target) || (anchor !== undefined && !anchorsOf(read(target)).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  it('would notice a missing number, a wrong count, and a test or file that is gone', () => {
    const text = [
      '| V1 Encoding | 2 | 0 | 0 |',
      '### V1 Encoding',
      '| 1.1.1 | 2 | decode once | met | `src/nowhere.ts`; `test/security-map.test.ts › counts wrong` |',
      '| 1.1.2 | 2 | escape last | **not met** | no |',
    ].join('\n');
    const [first, second] = readPoints(text);
    expect([first?.state, second?.state]).toEqual(['met', 'not met']);
    expect(readCounts(text)).not.toEqual({ 'V1 Encoding': countOf([first!, second!]) });
    expect(pathsIn(first!.evidence)).toEqual(['src/nowhere.ts', 'test/security-map.test.ts']);
    const [[file, name]] = testsIn(first!.evidence) as [[string, string]];
    expect(holdsTest(read(file), name)).toBe(false);
    expect(holdsTest(read(file), 'counts right')).toBe(true);
  });
});
