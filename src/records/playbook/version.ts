import { PLAYBOOK_KEYS, type Playbook } from './definitions.ts';

/**
 * Which values are in force, as eight hexadecimal digits: the same values give the same version on every machine, another
 * value another one. Tells versions apart (FNV-1a); protects nothing.
 */
export function playbookVersion(playbook: Playbook): string {
  const text = [...PLAYBOOK_KEYS]
    .sort()
    .map((key) => `${key}=${playbook[key]}`)
    .join('\n');
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
