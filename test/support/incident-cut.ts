import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const PATH = join(import.meta.dirname, '../fixtures/incident-cut.csv.gz');

/** The shipped part of a real helpdesk's event log, as CSV; see test/fixtures/README.md. */
export const readIncidentCut = (): Buffer => gunzipSync(readFileSync(PATH));
