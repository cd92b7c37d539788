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
  // The address wins: what it names is what is changed.
  return operation.input.parse({ ...(request.query as object), ...body, ...(request.params as object) });
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
