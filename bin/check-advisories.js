// Asks the registry whether anything that Evenkeel runs on has a known weakness. A high or critical one fails; a registry
// that keeps no such list is said, and passes: nothing can be told from it.
import { spawnSync } from 'node:child_process';

const FAILS = ['high', 'critical'];

const asked = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
  timeout: 120_000,
});
const report = parse(asked.stdout ?? '');

if (!report?.metadata) {
  console.log('Advisories: the registry in use offers no list, so dependencies were not checked for known weaknesses.');
} else {
  const found = Object.values(report.vulnerabilities ?? {});
  const bad = found.filter(({ severity }) => FAILS.includes(severity));
  console.log(
    `Advisories: ${report.metadata.dependencies?.prod ?? '?'} production packages, ${found.length} with advisories.`,
  );
  for (const { name, severity, range } of bad) console.log(`  ${severity}: ${name} ${range}`);
  process.exitCode = bad.length > 0 ? 1 : 0;
}

/** npm prints what it has even when it fails. */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
