import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * A real Chromium: the one inside an npm package, with the system's libraries, else with those that the package brings
 * along (nss and what it needs), else a Chromium of the system. Where none starts, the sentence says what to install.
 */
export async function openBrowser(): Promise<Browser> {
  const home = await mkdtemp(join(tmpdir(), 'evenkeel-browser-'));
  let why: unknown;
  const packed = await unpackedChromium().catch((error: unknown) => {
    why = error;
    return undefined;
  });
  for (const { executablePath, libraries } of candidatesOf(packed)) {
    try {
      const browser = await chromium.launch({
        executablePath,
        args: ARGUMENTS,
        env: { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }), TMPDIR: home, HOME: home },
      });
      browser.once('disconnected', () => void rm(home, { recursive: true, force: true, maxRetries: 5 }));
      return browser;
    } catch (error) {
      why = error;
    }
  }
  throw new Error(
    'No browser could be started: install the system libraries of Chromium (Debian: apt-get install libnss3) or chromium itself.',
    { cause: why },
  );
}

type Candidate = { executablePath: string; libraries?: string };

/** What to try, in this order; EVENKEEL_TEST_LIBRARIES=packed leaves out the system's libraries, to try the others. */
function candidatesOf(packed: string | undefined): Candidate[] {
  const system = SYSTEM.filter((path) => existsSync(path)).map((executablePath) => ({ executablePath }));
  if (packed === undefined) return system;
  const bringing = { executablePath: packed, libraries: join(dirname(packed), 'al2023', 'lib') };
  if (process.env.EVENKEEL_TEST_LIBRARIES === 'packed') return [bringing];
  return [{ executablePath: packed }, bringing, ...system];
}

/**
 * The packed Chromium, unpacked once a version into a folder of its own. The package unpacks to a fixed place and takes
 * whatever lies there for whole; so it unpacks elsewhere, and only what is whole is moved to where others look for it.
 */
async function unpackedChromium(): Promise<string> {
  const packed = import.meta.resolve('@sparticuz/chromium');
  const about = await readFile(join(dirname(fileURLToPath(packed)), '../package.json'), 'utf8');
  const { version } = JSON.parse(about) as { version: string };
  const folder = join(tmpdir(), `evenkeel-chromium-${version}-${userInfo().username}`);
  if (!existsSync(folder)) {
    const draft = await mkdtemp(join(tmpdir(), 'evenkeel-unpacking-'));
    const libraries = join(dirname(fileURLToPath(packed)), '../bin/al2023.tar.br');
    const unpack = `const packed = await import(${JSON.stringify(packed)});
      await packed.default.executablePath();
      await packed.inflate(${JSON.stringify(libraries)});`;
    execFileSync(process.execPath, ['--input-type=module', '--eval', unpack], {
      env: { ...process.env, TMPDIR: draft },
    });
    // Another run may have been quicker; its folder is as good as ours.
    await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
  }
  return join(folder, 'chromium');
}
