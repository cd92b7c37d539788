import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from '../../base/errors.ts';
import { newKey, parseKey } from './secrets.ts';

/** Where a key is looked for: what the environment gives, else a file. */
export type KeyPlace = { given?: string | undefined; file: string };

/** The key of this install: as the environment gives it, else from its file, which the first start makes for its owner only. */
export async function openKey(place: KeyPlace): Promise<Uint8Array> {
  return (await findKey(place)) ?? makeKey(place.file);
}

/** The key if there is one. */
export async function findKey({ given, file }: KeyPlace): Promise<Uint8Array | undefined> {
  if (given) return keyOf(given, 'EVENKEEL_KEY');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Refusal('unavailable', `The key file ${file} can't be read: ${error.message}.`, {}, error);
  });
  return text === undefined ? undefined : keyOf(text, file);
}

/** An earlier key, when another takes its place: from the environment, else from a file that has to be there. */
export async function readOldKey({ given, file }: { given: string | undefined; file: string | undefined }) {
  if (file !== undefined) {
    const key = await findKey({ file });
    if (key) return key;
    throw new Refusal('not-found', `There is no file ${file}: give the one that holds the old key.`, { field: 'from' });
  }
  return given ? keyOf(given, 'EVENKEEL_OLD_KEY') : undefined;
}

/** How a refusal names the place that gave the key. */
export const sayWhere = ({ given, file }: KeyPlace): string => (given ? 'EVENKEEL_KEY' : file);

function makeKey(file: string): Promise<Uint8Array> {
  return writeKey(file, newKey());
}

/** Writes a key into a file that is not there yet, for its owner only; what somebody else has just put there is kept. */
export async function writeKey(file: string, key: Uint8Array): Promise<Uint8Array> {
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
