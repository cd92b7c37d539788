import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was posted to a webhook. */
export type Posted = { path: string; headers: IncomingHttpHeaders; body: string };

export type HookServer = {
  /** As it is given to the fetcher's allowance: `127.0.0.1:4321`. */
  host: string;
  /** An address of a webhook here. */
  addressOf(path: string): string;
  posted: Posted[];
  /** How the next ones are answered. */
  answer: (response: ServerResponse, posted: Posted) => void | Promise<void>;
  close(): Promise<void>;
};

/** A real server on 127.0.0.1 in the place of Teams or Slack: keeps what it is sent and answers as it is told. */
export async function startHookServer(): Promise<HookServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url = '', headers } = request;
      const posted = { path: url, headers, body: Buffer.concat(chunks).toString() };
      hook.posted.push(posted);
      response.on('error', () => undefined);
      void hook.answer(response, posted);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const hook: HookServer = {
    host,
    addressOf: (path) => `http://${host}${path}`,
    posted: [],
    answer: TAKES,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return hook;
}

/** As Slack does. */
export const TAKES: HookServer['answer'] = (response) => void response.writeHead(200).end('ok');
