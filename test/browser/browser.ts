import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packed from '@sparticuz/chromium';
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
 * A real Chromium: the one inside an npm package, else one of the system. The package needs a few system libraries (nss);
 * where they are missing and no system browser is there either, the sentence says what to install.
 */
export async function openBrowser(): Promise<Browser> {
  const temporary = await mkdtemp(join(tmpdir(), 'evenkeel-browser-'));
  const candidates = [await packed.executablePath().catch(() => undefined), ...SYSTEM].filter(
    (path) => path !== undefined && existsSync(path),
  );
  let why: unknown;
  for (const executablePath of candidates) {
    try {
      return await chromium.launch({
        executablePath: executablePath!,
        args: ARGUMENTS,
        env: { ...process.env, TMPDIR: temporary, HOME: temporary },
      });
    } catch (error) {
      why = error;
    }
  }
  throw new Error(
    'No browser could be started: install the system libraries of Chromium (Debian: apt-get install libnss3) or chromium itself.',
    { cause: why },
  );
}
