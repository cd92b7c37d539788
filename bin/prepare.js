// Makes a fresh clone ready to run: installs the packages when package-lock.json asks for others than are there and,
// with --web, builds the web when its sources have changed. Builtins only and nothing newer than Node 20: it runs before
// anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** What the web is built from: every source, since views reach into model and base, but no test. */
const WEB_SOURCES = ['src', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];
const WEB_STAMP = ['dist', 'web', '.built-from'];
const INSTALL_STAMP = ['node_modules', '.evenkeel-prepared'];
const NODE_24 = 24;

/** Node as pinned in package.json, once it is installed. */
export function pinnedNode(root) {
  // On Windows the package puts an .exe beside a `node` that is left empty.
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(root, 'node_modules', 'node', 'bin', name);
}

/** Installs and builds what is missing, quick when nothing is. Throws an Error with a sentence for the user. */
export async function prepare(root, { web = false } = {}) {
  if (!isInstalled(root)) await oneAtATime(root, () => isInstalled(root) || install(root));
  if (!web || !existsSync(join(root, 'vite.config.ts'))) return;
  const sources = hashSources(root);
  const isBuilt = () => readText(join(root, ...WEB_STAMP)) === sources;
  if (!isBuilt()) await oneAtATime(root, () => isBuilt() || buildWeb(root, sources));
}

/**
 * Installed from here, or by npm itself. npm lists what it has installed in node_modules/.package-lock.json once it is
 * done: that must hold every package of package-lock.json in its version, but for optional ones, meant for other systems.
 */
export function isInstalled(root) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const found = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  const declared = readJson(join(root, 'package.json'));
  if (!wanted || !found || !declared) return false;
  if (declared.devDependencies?.node && !canRun(root)) return false;
  if (readText(join(root, ...INSTALL_STAMP)) === hashLock(root)) return true;
  // Edited by hand, package.json may ask for more than the lock file knows; npm then says so.
  for (const kind of ['dependencies', 'devDependencies']) {
    if (JSON.stringify(declared[kind] ?? {}) !== JSON.stringify(wanted['']?.[kind] ?? {})) return false;
  }
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    return found[path] ? found[path].version === version : Boolean(optional || devOptional);
  });
}

const canRun = (root) => existsSync(pinnedNode(root)) || Number(process.versions.node.split('.')[0]) >= NODE_24;

async function install(root) {
  console.error('Installing what Evenkeel needs (once, about a minute) …');
  const inStep = await npm(root, ['ci', '--include=dev'], 'The packages could not be installed', 'EUSAGE');
  // A lock file written where npm could not see optional packages for other systems lacks them: `ci` refuses it.
  if (!inStep) await npm(root, ['install', '--no-save', '--include=dev'], 'The packages could not be installed');
  // Without install scripts the pinned Node is an empty package.
  if (!canRun(root)) {
    await npm(root, ['rebuild', 'node', '--ignore-scripts=false'], 'The pinned Node could not be installed');
  }
  if (!canRun(root)) throw new Error('Node 24 could not be installed: install it yourself and start again.');
  writeFileSync(join(root, ...INSTALL_STAMP), hashLock(root));
}

/** Resolves with false when npm ended with the error `expected`; any other error throws. */
async function npm(root, args, failure, expected) {
  // Within an npm script: the npm and the Node that run it, not those which the installation is about to replace.
  const { npm_execpath: npmPath, npm_node_execpath: nodePath } = process.env;
  const direct = npmPath !== undefined && /npm-cli\.js$/.test(npmPath);
  const { code, output } = direct
    ? await run(nodePath ?? process.execPath, [npmPath, ...args], root)
    : await run('npm', args, root, process.platform === 'win32');
  if (code === 0) return true;
  if (expected && output.includes(`code ${expected}`)) return false;
  const lines = output.split('\n').map((line) => line.trim());
  const errors = lines.filter(
    (line) => /^npm (error|ERR!)/.test(line) && !/complete log|npm (error|ERR!)\s*$/.test(line),
  );
  const reason = (errors.length > 0 ? errors : lines.filter(Boolean)).slice(0, 3).join(' ');
  throw new Error(
    `${failure} (npm ${args.join(' ')}: ${reason || 'npm was not found'}): check the network, then start again.`,
  );
}

async function buildWeb(root, sources) {
  const node = existsSync(pinnedNode(root)) ? pinnedNode(root) : process.execPath;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await run(
    node,
    [vite, 'build', '--outDir', join(root, 'dist', 'web'), '--emptyOutDir'],
    root,
  );
  if (code !== 0) throw new Error(`The pages could not be built:\n${output.trim()}`);
  mkdirSync(join(root, 'dist', 'web'), { recursive: true });
  writeFileSync(join(root, ...WEB_STAMP), sources);
}

function run(file, args, cwd, shell = false) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (part) => {
      output += part;
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

function hashLock(root) {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, name)));
  return hash.digest('hex');
}

function hashSources(root) {
  const hash = createHash('sha256');
  for (const file of WEB_SOURCES.flatMap((name) => filesOf(join(root, name)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

/** Two starts at once: the second waits for the first and then finds everything done. */
async function oneAtATime(root, work) {
  const key = createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 16);
  // Not in node_modules, which npm empties first.
  const lock = join(tmpdir(), `evenkeel-prepare-${key}`);
  while (!takeLock(lock)) await sleep(200);
  const giveBack = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', giveBack);
  try {
    await work();
  } finally {
    giveBack();
    process.off('exit', giveBack);
  }
}

function takeLock(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const pid = Number(readText(join(lock, 'pid')));
  const age = performance.timeOrigin + performance.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  // Without a number for longer than it takes to write one, or with that of a process which is gone: left by a kill.
  if (pid > 0 ? !isAlive(pid) : age > 5_000) rmSync(lock, { recursive: true, force: true });
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function readJson(file) {
  try {
    return JSON.parse(readText(file) ?? 'null');
  } catch {
    return undefined;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await prepare(fileURLToPath(new URL('..', import.meta.url)), { web: process.argv.includes('--web') });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
