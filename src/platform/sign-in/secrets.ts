import { createHash, randomBytes } from 'node:crypto';

/** A secret nobody can guess, fit for an address: 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret. It has 256 random bits, so a plain hash can't be searched. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
