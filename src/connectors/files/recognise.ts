import { Refusal } from '../../base/errors.ts';
import { TICKET_FIELDS, TICKET_SOURCES, type TicketField, type TicketSource, UNKNOWN_SOURCE } from './sources.ts';

/** The file's column for each of our fields that was found. */
export type TicketMapping = Partial<Record<TicketField, string>>;

/** What a header is understood to be. */
export type Recognised = {
  source: TicketSource;
  mapping: TicketMapping;
  /** Fields without which nothing can be imported and that no column was found for. */
  missing: TicketField[];
  /** Columns that are not read: titles, texts and what isn't needed. */
  unused: string[];
};

/** Column names compare without case, spaces and signs; `#` stays, since Zammad names a column so. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}#]/gu, '');

/**
 * Recognises a file of tickets by its header. `overrides` are the user's corrections: our field → the file's column, an
 * empty text for "in none".
 */
export function recogniseSource(
  header: readonly string[],
  overrides: Readonly<Record<string, string>> = {},
): Recognised {
  const names = new Set(header);
  const fits = TICKET_SOURCES.filter((source) => source.signature.every((name) => names.has(name)));
  const source = fits.reduce<TicketSource | undefined>(
    (best, next) => (best && best.signature.length >= next.signature.length ? best : next),
    undefined,
  );
  const chosen = source ?? (ownTemplate(header) || UNKNOWN_SOURCE);
  const mapping = correct(findColumns(header, chosen), header, overrides);
  const used = new Set(Object.values(mapping));
  return {
    source: chosen,
    mapping,
    missing: chosen.required.filter((field) => mapping[field] === undefined),
    unused: [...names].filter((name) => name !== '' && !used.has(name)),
  };
}

/** Our template by its plain names, whatever their capitals. */
function ownTemplate(header: readonly string[]): TicketSource | undefined {
  const names = new Set(header.map(plainName));
  const own = TICKET_SOURCES.find(({ source }) => source === 'evenkeel');
  return own?.signature.every((name) => names.has(plainName(name))) ? own : undefined;
}

function findColumns(header: readonly string[], source: TicketSource): TicketMapping {
  const byName = new Map<string, string>();
  for (const name of header) if (!byName.has(plainName(name))) byName.set(plainName(name), name);
  const mapping: TicketMapping = {};
  for (const [field, candidates] of Object.entries(source.columns) as [TicketField, readonly string[]][]) {
    const found = candidates.map((name) => byName.get(plainName(name))).find((name) => name !== undefined);
    if (found !== undefined) mapping[field] = found;
  }
  return mapping;
}

function correct(
  found: TicketMapping,
  header: readonly string[],
  overrides: Readonly<Record<string, string>>,
): TicketMapping {
  const mapping = { ...found };
  for (const [field, column] of Object.entries(overrides)) {
    if (!isTicketField(field)) {
      throw new Refusal(
        'bad-input',
        `There is no field "${field}": the fields are ${Object.keys(TICKET_FIELDS).join(', ')}.`,
        { field },
      );
    }
    if (column === '') delete mapping[field];
    else if (header.includes(column)) mapping[field] = column;
    else
      throw new Refusal(
        'bad-input',
        `The file has no column "${column}" for "${TICKET_FIELDS[field]}": choose one of its columns.`,
        { field, column },
      );
  }
  return mapping;
}

const isTicketField = (field: string): field is TicketField => Object.hasOwn(TICKET_FIELDS, field);

/** Refuses a file that lacks what every ticket needs. */
export function requireFields({ source, missing }: Recognised, columns: readonly string[]): void {
  if (columns.filter((name) => name !== '').length < 2) {
    throw new Refusal(
      'cannot-read',
      `Only one column was found ("${shorten(columns[0] ?? '')}"): the columns must be separated by comma, semicolon, tab or "|".`,
      { line: 1 },
    );
  }
  if (missing.length === 0) return;
  const titles = missing.map((field) => `"${TICKET_FIELDS[field]}"`).join(' and ');
  throw new Refusal('needs-answer', `No column was recognised for ${titles}: say which column of the file holds it.`, {
    question: 'mapping',
    source: source.source,
    missing,
    columns,
  });
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
