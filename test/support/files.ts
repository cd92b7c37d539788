import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of the files below some folders of the project that match, with `/` on every system. */
export function filesBelow(folders: string[], pattern: RegExp): string[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();
}
