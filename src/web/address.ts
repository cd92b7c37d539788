import type { Operation } from '../platform/contract.ts';

type Shape = Pick<Operation, 'method' | 'path'>;

/** What the browser asks for: the address with its path and query filled in, and the body where there is one. */
export type Asked = { url: string; body: Record<string, unknown> | null };

/** Derives address and body from the contract: path parameters first, the rest as query (GET, DELETE) or JSON body. */
export function askedOf(operation: Shape, input: object): Asked {
  const rest: Record<string, unknown> = { ...input };
  const path = operation.path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = rest[name];
    if (value === undefined || value === null) throw new Error(`${operation.path} needs ${name}.`);
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  if (operation.method !== 'GET' && operation.method !== 'DELETE') return { url: path, body: rest };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  const text = query.toString();
  return { url: text ? `${path}?${text}` : path, body: null };
}
