#!/usr/bin/env node
// Starts Evenkeel on any Node from 20 on: gets a clone ready, then runs the program on the pinned Node 24, which alone
// reads its TypeScript. Where this is Node 24 already, the program runs in this very process.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pinnedNode, prepare } from './prepare.js';

const NODE_24 = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src', 'main.ts');
const isClone = existsSync(source);
const program = isClone ? source : join(root, 'dist', 'main.js');

const node = await getReady().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
const compiled = compiledFolder();
// For its threads, and for the other Node, too.
if (compiled) process.env.NODE_COMPILE_CACHE ??= compiled;
if (node === process.execPath) {
  if (compiled) module.enableCompileCache(compiled);
  await import(pathToFileURL(program).href);
} else if (node) {
  runOn(node);
}

/** Resolves with the Node to run on: this one if it is new enough. */
async function getReady() {
  // Without a command it starts.
  if (isClone) await prepare(root, { web: ['start', undefined].includes(process.argv[2]) });
  return Number(process.versions.node.split('.')[0]) >= NODE_24 ? process.execPath : findNode();
}

function findNode() {
  if (existsSync(pinnedNode(root))) return pinnedNode(root);
  try {
    // Installed as a package, npm may have put the pinned Node further up.
    const beside = dirname(dirname(dirname(createRequire(import.meta.url).resolve('node/package.json'))));
    if (existsSync(pinnedNode(beside))) return pinnedNode(beside);
  } catch {}
  throw new Error(`Evenkeel needs Node 24 and this is Node ${process.versions.node}: install Node 24 and start again.`);
}

/**
 * Where Node keeps what it has compiled, so that it compiles at the first start alone: in our own folder, where nobody else
 * can put something in our way, and only where it is the user's own, who must be able to remove it.
 */
function compiledFolder() {
  const isOwn = process.getuid === undefined || statSync(root).uid === process.getuid();
  return isOwn ? join(root, 'node_modules', '.cache', 'evenkeel') : undefined;
}

function runOn(node) {
  const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // Ctrl-C in a terminal reaches the program without us; twice would mean "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.once('error', (error) => {
    console.error(`Evenkeel could not be started on ${node}: ${error.message}.`);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}
