import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it arrived: its envelope and its text as sent. */
export type ArrivedMail = { from: string; to: string[]; source: string; account: string | null; encrypted: boolean };

export type MailTestServer = {
  /** To be given to `createMail`; with the account where one is asked for. */
  address: string;
  port: number;
  messages: ArrivedMail[];
  close(): Promise<void>;
};

/** A real mail server on 127.0.0.1 that keeps what it is sent. With `account` it takes mail from nobody else. */
export async function startMailServer(
  options: { account?: { user: string; password: string }; server?: SMTPServerOptions } = {},
): Promise<MailTestServer> {
  const { account } = options;
  const messages: ArrivedMail[] = [];
  const server = new SMTPServer({
    authOptional: account === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      if (username === account?.user && password === account?.password) done(null, { user: username });
      // A careless server repeats what it was given.
      else done(Object.assign(new Error(`Invalid login ${username} ${password}`), { responseCode: 535 }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        messages.push({
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          to: session.envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString('utf8'),
          account: session.user || null,
          encrypted: session.secure,
        });
        done();
      });
    },
    ...options.server,
  });
  // What breaks inside a connection is the client's to tell.
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  const user = account ? `${encodeURIComponent(account.user)}:${encodeURIComponent(account.password)}@` : '';
  return {
    address: `smtp://${user}127.0.0.1:${port}`,
    port,
    messages,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
