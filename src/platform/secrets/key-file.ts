import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from '../../base/errors.ts';
import { newKey, parseKey } from './secrets.ts';

/** The key of this install: as the environment gives it, else from its file, which the first start makes for its owner only. */
export async function openKey(options: { given?: string | undefined; file: string }): Promise<Uint8Array> {
  if (options.given) return keyOf(options.given, 'EVENKEEL_KEY');
  const text = await readFile(options.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Refusal('unavailable', `The key file ${options.file} can't be read: ${error.message}.`, {}, error);
  });
  if (text !== undefined) return keyOf(text, options.file);
  return makeKey(options.file);
}

async function makeKey(file: string): Promise<Uint8Array> {
  const key = newKey();
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, `${Buffer.from(key).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    // Another first start was faster.
    if (code === 'EEXIST') return openKey({ file });
    throw new Refusal('unavailable', `The key file ${file} can't be written: ${message}.`, {}, cause);
  }
  return key;
}

function keyOf(text: string, where: string): Uint8Array {
  const key = parseKey(text);
  if (key) return key;
  throw new Refusal('bad-input', `${where} holds no key: 64 hexadecimal digits are needed.`);
}
