import { z } from 'zod';
import type { Route } from '../../src/platform/http/routes.ts';
import fc from '../support/properties.ts';
import { hostileHeaders, hostileNumber, hostileText, hostileValue, RAW_PATHS, rawBody } from './values.ts';

/** One request as it goes over the wire, and as whom. */
export type HostileRequest = {
  /** Index of the session; -1: none. */
  as: number;
  operation: string;
  method: string;
  path: string;
  headers: [string, string][];
  body: { type: string; body: Buffer } | null;
};

type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
};

/** Requests over every operation there is and over what lies beside them, as everyone and as nobody. */
export function requestsOver(
  routes: readonly Route[],
  known: readonly number[],
  sessions: number,
): fc.Arbitrary<HostileRequest> {
  const as = fc.integer({ min: -1, max: sessions - 1 });
  const operations = routes.map((route) => requestTo(route, known, as));
  const beside = fc.record({
    as,
    operation: fc.constant('beside'),
    method: fc.constantFrom('GET', 'GET', 'GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE', 'PROPFIND'),
    path: fc.oneof(
      fc.constantFrom(...RAW_PATHS),
      hostileText.map((text) => `/${encode(text)}`),
      hostileText.map((text) => `/enter?token=${encode(text)}`),
    ),
    headers: hostileHeaders,
    body: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: rawBody }),
  });
  return fc.oneof({ weight: 9, arbitrary: fc.oneof(...operations) }, { weight: 1, arbitrary: beside });
}

/** The JSON schema of an operation's input, as far as it can be said. */
export function schemaOf({ operation }: Route): Schema {
  return z.toJSONSchema(operation.input, { io: 'output', unrepresentable: 'any' }) as Schema;
}

function requestTo(route: Route, known: readonly number[], as: fc.Arbitrary<number>): fc.Arbitrary<HostileRequest> {
  const { id, method, path } = route.operation;
  const fields = schemaOf(route).properties ?? {};
  const inPath = [...path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1]!);
  const value = (name: string) =>
    fc.oneof({ weight: 5, arbitrary: valid(fields[name] ?? {}, known) }, { weight: 1, arbitrary: hostileValue(known) });
  const input = fc.record(Object.fromEntries(Object.keys(fields).map((name) => [name, value(name)])), {
    requiredKeys: inPath.filter((name) => name in fields),
  });
  const more = fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.dictionary(hostileText, hostileValue(known), { maxKeys: 3 }) },
    { weight: 1, arbitrary: fc.constantFrom<object>({ orgId: 1 }, { standing: 'operator' }, { personId: known[0] }) },
  );
  const raw = fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: rawBody });
  return fc.record({ as, input, more, raw, headers: hostileHeaders }).map(({ as, input, more, raw, headers }) => {
    const given: Record<string, unknown> = { ...more, ...input };
    const address = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encode(given[name]));
    for (const name of inPath) delete given[name];
    const bodiless = method === 'GET' || method === 'DELETE';
    return {
      as,
      operation: id,
      method,
      path: bodiless ? address + queryOf(given) : address,
      headers,
      body: bodiless ? null : (raw ?? fileOr(route, given)),
    };
  });
}

function fileOr(route: Route, given: object): HostileRequest['body'] {
  if (route.kind !== 'upload') return { type: 'application/json', body: Buffer.from(JSON.stringify(given)) };
  const options = `--xx\r\nContent-Disposition: form-data; name="options"\r\n\r\n${JSON.stringify(given)}\r\n`;
  const file = `--xx\r\nContent-Disposition: form-data; name="file"; filename="people.csv"\r\n\r\nname,email\r\nAna,\r\n--xx--\r\n`;
  return { type: 'multipart/form-data; boundary=xx', body: Buffer.from(options + file) };
}

/** What the schema asks for, more or less: enough of it is accepted that the actions behind are reached. */
function valid(schema: Schema, known: readonly number[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valid(one, known)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'integer' || type === 'number') return hostileNumber(known);
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'array') return fc.array(valid(schema.items ?? {}, known), { maxLength: 3 });
  if (type === 'object' && schema.properties) {
    const fields = Object.entries(schema.properties).map(([name, one]) => [name, valid(one, known)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
  }
  if (type === 'string') return validText(schema, known);
  return hostileValue(known);
}

function validText({ format }: Schema, known: readonly number[]): fc.Arbitrary<unknown> {
  if (format === 'email') return fc.constantFrom('ana@example.com', 'owner@hostile.example', "o'b%s@example.com");
  if (format === 'date') return fc.constantFrom('2026-01-01', '0001-01-01', '9999-12-31');
  if (format === 'uri') return fc.constantFrom('https://127.0.0.1:1/', 'https://sso.invalid', 'https://10.0.0.1/x');
  const reference = fc
    .tuple(
      fc.constantFrom('strength', 'competency', 'tickets', 'ticket', 'demand', 'distance', 'load', 'playbook'),
      fc.constantFrom(...known),
      fc.constantFrom('technical', 'people', 'resolving', '__proto__', ''),
    )
    .map((parts) => parts.join('/'));
  return fc.oneof(
    fc.constantFrom('Ana', 'Desk', 'gate.clears', 'a text of at least twenty signs', '123456'),
    reference,
    hostileText,
  );
}

const queryOf = (fields: Record<string, unknown>): string => {
  const parts = Object.entries(fields).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
};

/** Percent-encodes what a text can hold; a lone half of a pair, which has no encoding, as the bytes it would be. */
function encode(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return [...Buffer.from(text.slice(0, 12_000), 'utf8')]
    .map((byte) =>
      /[\w.~!*'()-]/.test(String.fromCharCode(byte)) && byte < 128
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).padStart(2, '0')}`,
    )
    .join('');
}
