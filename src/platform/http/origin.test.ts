import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { errorAnswer } from './errors.ts';
import { refuseForeignOrigins } from './origin.ts';

const ADDRESS = 'https://evenkeel.example.com';

/** The status that a request gets from a server that people know by `ADDRESS`. */
async function statusOf(
  { remoteAddress, ...headers }: { remoteAddress: string } & Record<string, string>,
  trustProxy: string[] = [],
): Promise<number> {
  const app = fastify({ trustProxy: trustProxy.length > 0 ? trustProxy : false });
  app.addHook('onRequest', async (request) => refuseForeignOrigins(request, ADDRESS));
  app.setErrorHandler((error, _request, reply) => reply.status(errorAnswer(error).status).send());
  app.get('/', async () => 'in');
  const answer = await app.inject({ url: '/', remoteAddress, headers: { host: 'evenkeel.example.com', ...headers } });
  await app.close();
  return answer.statusCode;
}

describe('an address that is meant to be encrypted', () => {
  const proxied = (remoteAddress: string, proto: string) => ({ remoteAddress, 'x-forwarded-proto': proto });

  it('is not answered in the clear to another machine that reaches the port past the proxy', async () => {
    expect(await statusOf({ remoteAddress: '203.0.113.9' })).toBe(403);
    expect(await statusOf({ remoteAddress: '203.0.113.9' }, ['10.0.0.5'])).toBe(403);
    expect(await statusOf(proxied('203.0.113.9', 'https'), ['10.0.0.5'])).toBe(403);
  });

  it('is not answered to another machine that calls us by the name of our own', async () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]']) {
      expect(await statusOf({ remoteAddress: '203.0.113.9', host: `${host}:80` })).toBe(403);
      expect(await statusOf({ remoteAddress: '127.0.0.1', host: `${host}:80` })).toBe(200);
    }
  });

  it('is answered to a proxy that was reached by https, and to one on this machine', async () => {
    expect(await statusOf(proxied('10.0.0.5', 'https'), ['10.0.0.5'])).toBe(200);
    expect(await statusOf({ remoteAddress: '127.0.0.1' })).toBe(200);
    expect(await statusOf({ remoteAddress: '::1' })).toBe(200);
  });

  it('is not answered to a proxy that was reached in the clear', async () => {
    expect(await statusOf(proxied('10.0.0.5', 'http'), ['10.0.0.5'])).toBe(403);
    expect(await statusOf(proxied('127.0.0.1', 'http'), ['127.0.0.1'])).toBe(403);
  });
});
