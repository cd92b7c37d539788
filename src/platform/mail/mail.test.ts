import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type MailTestServer, startMailServer } from '../../../test/support/mail-server.ts';
import fc from '../../../test/support/properties.ts';
import { Refusal } from '../../base/errors.ts';
import { createMail, type MailMessage } from './mail.ts';

const FROM = 'Evenkeel <evenkeel@example.com>';
const MESSAGE: MailMessage = {
  to: 'ana@example.com',
  subject: 'You are invited',
  text: 'Come in: https://example.com/x',
};
const ACCOUNT = { user: 'robot@example.com', password: 'hunter2 :/@%' };

const close: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  await Promise.all(close.splice(0).map((end) => end()));
});

async function start(options?: Parameters<typeof startMailServer>[0]): Promise<MailTestServer> {
  const server = await startMailServer(options);
  close.push(server.close);
  return server;
}

/** The refusal in which sending ends; no part of it holds the password, as it is or as it is sent. */
async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refusal);
  const refusal = error as Refusal;
  const everything = [refusal.stack, JSON.stringify(refusal.details), String(refusal.cause)].join();
  expect(everything).not.toContain(ACCOUNT.password);
  expect(everything).not.toContain(Buffer.from(ACCOUNT.password).toString('base64'));
  return refusal;
}

const headersOf = (source: string) =>
  source
    .split('\r\n\r\n')[0]!
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');

describe('a mail', () => {
  it('arrives as text, and as HTML where there is any', async () => {
    const server = await start();
    const mail = createMail(server.address, FROM);
    await mail.send({ ...MESSAGE, subject: 'Grüße, Ana' });
    await mail.send({ ...MESSAGE, html: '<p>Come in</p>' });
    const [plain, rich] = server.messages;
    expect(plain).toMatchObject({ from: 'evenkeel@example.com', to: ['ana@example.com'], account: null });
    expect(headersOf(plain!.source)).toContain('From: Evenkeel <evenkeel@example.com>');
    expect(headersOf(plain!.source)).toContain('To: ana@example.com');
    expect(plain!.source).toContain('Come in: https://example.com/x');
    expect(plain!.source).not.toContain('text/html');
    expect(rich!.source).toContain('multipart/alternative');
    expect(rich!.source).toContain('<p>Come in</p>');
  });

  it('is sent with the account of the address, encrypted where the server of this machine offers it', async () => {
    const server = await start({ account: ACCOUNT });
    await createMail(server.address, FROM).send(MESSAGE);
    expect(server.messages).toMatchObject([{ account: ACCOUNT.user, encrypted: true }]);
  });

  it('is sent in the clear only when the address says so', async () => {
    const server = await start({ account: ACCOUNT });
    await createMail(`${server.address}?tls=none`, FROM).send(MESSAGE);
    expect(server.messages).toMatchObject([{ account: ACCOUNT.user, encrypted: false }]);
  });

  it('opens no file and fetches nothing, whatever it contains', async () => {
    const server = await start();
    const path = { path: '/etc/hostname' } as unknown as string;
    await refusalOf(createMail(server.address, FROM).send({ ...MESSAGE, html: path }));
    expect(server.messages).toEqual([]);
  });
});

describe('no mail is sent', () => {
  it('with a wrong password, and even a careless server makes nobody repeat it', async () => {
    const server = await start({ account: ACCOUNT });
    const wrong = server.address.replace('robot', 'nobody');
    const refusal = await refusalOf(createMail(wrong, FROM).send(MESSAGE));
    expect(refusal.code).toBe('unavailable');
    expect(refusal.message).toContain("127.0.0.1 doesn't accept the user and password");
    expect(refusal.message).toContain('(it says 535)');
    expect(server.messages).toEqual([]);
  });

  it('without an account where one is asked for', async () => {
    const server = await start({ account: ACCOUNT });
    const refusal = await refusalOf(createMail(`smtp://127.0.0.1:${server.port}`, FROM).send(MESSAGE));
    expect(refusal.message).toContain('(it says 530)');
  });

  it('when encryption is required and the server has none, and the password stays here', async () => {
    const heard: string[] = [];
    const server = await start({
      account: ACCOUNT,
      server: {
        hideSTARTTLS: true,
        disabledCommands: ['STARTTLS'],
        onAuth: ({ password }, _session, done) => {
          heard.push(String(password));
          done(null, { user: 'anybody' });
        },
      },
    });
    const refusal = await refusalOf(createMail(`${server.address}?tls=required`, FROM).send(MESSAGE));
    expect(refusal.message).toContain('offers no encryption');
    expect([heard, server.messages]).toEqual([[], []]);
  });

  it("when the server's certificate is nobody's", async () => {
    const server = await start({ account: ACCOUNT });
    const refusal = await refusalOf(createMail(`${server.address}?tls=required`, FROM).send(MESSAGE));
    expect(refusal.message).toContain('shows a certificate');
    const encrypted = await start({ server: { secure: true } });
    const always = createMail(encrypted.address.replace('smtp:', 'smtps:'), FROM);
    expect((await refusalOf(always.send(MESSAGE))).message).toContain('shows a certificate');
    expect([...server.messages, ...encrypted.messages]).toEqual([]);
  });

  it('by a server that takes the call and stays silent', async () => {
    const server = createServer((socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    close.push(() => server.close());
    const address = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const refusal = await refusalOf(createMail(address, FROM, { timeout: 200 }).send(MESSAGE));
    expect(refusal.message).toContain("doesn't answer in time");
  });

  it('by a server that falls silent in the middle', async () => {
    const server = await start({ server: { onData: (stream) => void stream.resume() } });
    const refusal = await refusalOf(createMail(server.address, FROM, { timeout: 300 }).send(MESSAGE));
    expect(refusal.message).toContain("doesn't answer in time");
  });

  it('by a server that is not there', async () => {
    const server = await startMailServer();
    await server.close();
    const refusal = await refusalOf(createMail(server.address, FROM).send(MESSAGE));
    expect(refusal.message).toContain("can't be reached");
  });

  it('that the server refuses', async () => {
    const server = await start({
      server: {
        onRcptTo: (_address, _session, done) => done(Object.assign(new Error('5.7.60 no'), { responseCode: 550 })),
      },
    });
    const refusal = await refusalOf(createMail(server.address, FROM).send(MESSAGE));
    expect(refusal.message).toContain('refuses the sender or the recipient');
    expect(refusal.message).toContain('(it says 550 5.7.60)');
  });
});

describe('a refusal says whether the mail may have arrived', () => {
  const answering = (own: Parameters<typeof startMailServer>[0]) => start(own);
  const detailsOf = async (address: string, timeout = 20_000) =>
    (await refusalOf(createMail(address, FROM, { timeout }).send(MESSAGE))).details;
  const saying = (responseCode: number) => Object.assign(new Error('no'), { responseCode });

  it('when the server fell silent with all of it in hand', async () => {
    const silent = await answering({ server: { onData: (stream) => void stream.resume() } });
    expect(await detailsOf(silent.address, 1000)).toMatchObject({ reached: true, never: false });
  });

  it('not when it was never there, or said no', async () => {
    const gone = await startMailServer();
    await gone.close();
    expect(await detailsOf(gone.address)).toMatchObject({ reached: false, never: false });
    const asked = await answering({ account: ACCOUNT });
    expect(await detailsOf(`smtp://127.0.0.1:${asked.port}`)).toMatchObject({ reached: false });
    const busy = await answering({
      server: { onData: (stream, _session, done) => stream.on('end', () => done(saying(451))).resume() },
    });
    expect(await detailsOf(busy.address)).toMatchObject({ reached: false, never: false });
  });

  it('and whether it is worth another try', async () => {
    const strict = await answering({ server: { onRcptTo: (_address, _session, done) => done(saying(550)) } });
    expect(await detailsOf(strict.address)).toMatchObject({ reached: false, never: true });
  });
});

describe('nothing is smuggled into a mail', () => {
  const BREAKS = ['\r\n', '\n', '\r', '\0', '\u2028', '\u0085'];

  it('by a recipient', async () => {
    const mail = createMail('smtp://127.0.0.1:1', FROM);
    for (const to of [
      ...BREAKS.map((end) => `ana@example.com${end}Bcc: eve@example.com`),
      ...BREAKS.map((end) => `ana@example.com${end}`),
      'ana@example.com, eve@example.com',
      'ana@example.com;eve@example.com',
      'Ana <ana@example.com>',
      '<ana@example.com>',
      'ana@example.com> NOTIFY=SUCCESS',
      'group: ana@example.com;',
      '"ana eve"@example.com',
      'ana',
      '',
    ]) {
      const refusal = await refusalOf(mail.send({ ...MESSAGE, to }));
      expect([refusal.code, refusal.details.field], to).toEqual(['bad-input', 'to']);
    }
  });

  it('by a subject or a sender', async () => {
    for (const end of BREAKS) {
      const mail = createMail('smtp://127.0.0.1:1', FROM);
      const refusal = await refusalOf(mail.send({ ...MESSAGE, subject: `Hello${end}Bcc: eve@example.com` }));
      expect(refusal.code).toBe('bad-input');
      for (const from of [`Even${end}keel <evenkeel@example.com>`, `evenkeel@example.com${end}Bcc: eve@example.com`])
        expect(() => createMail('smtp://127.0.0.1:1', from)).toThrow(Refusal);
    }
    for (const from of ['', 'Evenkeel', 'a@example.com, b@example.com', 'A <a@example.com> <b@example.com>'])
      expect(() => createMail('smtp://127.0.0.1:1', from), from).toThrow(Refusal);
    for (const from of ['evenkeel@example.com', '"Evenkeel, at work" <evenkeel@example.com>'])
      expect(() => createMail('smtp://127.0.0.1:1', from), from).not.toThrow();
  });

  it('by any text at all: what arrives has one recipient and the headers of an ordinary mail', async () => {
    const server = await start();
    const mail = createMail(server.address, FROM);
    await mail.send(MESSAGE);
    const names = headersOf(server.messages[0]!.source).map((line) => line.split(':')[0]!);
    const any = fc.record({ subject: fc.string({ unit: 'binary' }), text: fc.string({ unit: 'binary' }) });
    // Ten at once: the server lets each wait a moment before it answers.
    const ten = fc.array(any, { minLength: 10, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(ten, async (mails) => {
        server.messages.length = 0;
        const sent = await Promise.allSettled(
          mails.map(({ subject, text }) =>
            mail.send({ to: 'ana@example.com', subject, text: `${text}\r\n.\r\nMAIL FROM:<eve@example.com>\r\n` }),
          ),
        );
        const refused = sent.filter((one) => one.status === 'rejected');
        for (const { reason } of refused) expect((reason as Refusal).code).toBe('bad-input');
        expect(server.messages).toHaveLength(mails.length - refused.length);
        for (const { source, to } of server.messages) {
          expect(to).toEqual(['ana@example.com']);
          expect(headersOf(source).map((line) => line.split(':')[0]!)).toEqual(names);
        }
      }),
      { numRuns: 6 },
    );
  });
});
