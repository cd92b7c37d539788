import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../base/errors.ts';
import type { Operation } from '../contract.ts';

type FormFields = Record<string, unknown>;

/** The flat input of an operation from address, query and body (or the `options` field beside a file), validated. */
export function readInput<In>(operation: Operation<In, unknown>, request: FastifyRequest, form?: FormFields): In {
  const body = form ? formOptions(form) : (request.body ?? {});
  if (typeof body !== 'object' || Array.isArray(body)) {
    throw new Refusal('bad-input', 'The request body must be a JSON object.');
  }
  // Behind the ? stands nothing where a body can say it: addresses end up in logs, a password in one would too.
  const query = operation.method === 'GET' || operation.method === 'DELETE' ? (request.query as object) : {};
  // The path wins: what it names is what is changed.
  return operation.input.parse({ ...query, ...body, ...(request.params as object) });
}

function formOptions(form: FormFields): object {
  const field = form.options as { value?: unknown } | undefined;
  if (field === undefined) return {};
  try {
    return JSON.parse(String(field.value)) as object;
  } catch (cause) {
    throw new Refusal('bad-input', 'The options beside the file are no JSON.', { field: 'options' }, cause);
  }
}

/**
 * Forms of other sites can send text and form fields unasked, JSON they can't: so a body is JSON, or for an upload the
 * parts of a form.
 */
export function refuseOtherContent(request: FastifyRequest, upload: boolean): void {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const { method } = request;
  if (method === 'GET' || method === 'HEAD') return;
  if (type === undefined ? !hasBody(request) : type === (upload ? 'multipart/form-data' : 'application/json')) return;
  throw new Refusal(
    'bad-input',
    upload
      ? 'Send the file as multipart/form-data, as the API describes it.'
      : 'The request could not be read: send JSON (content-type application/json), as the API describes it.',
  );
}

const hasBody = ({ headers }: FastifyRequest) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
