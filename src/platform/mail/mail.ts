import { PassThrough } from 'node:stream';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { Refusal } from '../../base/errors.ts';
import { hasControls, type MailServer, parseMailAddress } from './address.ts';

export type MailMessage = { to: string; subject: string; text: string; html?: string };

/**
 * How mail leaves the program. Refuses (`bad-input`) what is no address or subject, and (`unavailable`) what isn't taken:
 * its details say whether the server may have it all the same (`reached`), or has said that it never will (`never`).
 */
export type Mail = { send(message: MailMessage): Promise<void> };

const TIMEOUT_MS = 15_000;
const MOST_SUBJECT = 200;

/**
 * Sends through the mail server at an address (`smtp://user:password@host:587`), in the name of `from`
 * (`Evenkeel <evenkeel@example.com>`). `timeout`: milliseconds for each step of the talk with the server.
 */
export function createMail(address: string, from: string, options: { timeout?: number } = {}): Mail {
  const server = parseMailAddress(address);
  const sender = parseSender(from);
  const transport = createTransport({
    ...transportOf(server, options.timeout ?? TIMEOUT_MS),
    // A message is text: whatever looks like a path or an address in it is not opened.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  /** Messages of which the server has begun to take the text. */
  const handedOver = new WeakSet<object>();
  transport.use('stream', (mail, go) => {
    mail.message.transform(() => {
      handedOver.add(mail.data.envelope as object);
      return new PassThrough();
    });
    go();
  });
  return {
    async send({ to, subject, text, html }) {
      const recipient = parseRecipient(to);
      if (hasControls(subject) || !subject.trim() || subject.length > MOST_SUBJECT)
        throw new Refusal('bad-input', `The subject of a mail is one line of at most ${MOST_SUBJECT} characters.`);
      const envelope = { from: sender.address, to: [recipient.address] };
      try {
        await transport.sendMail({
          ...{ envelope, from: sender, to: recipient, subject, text },
          ...(html !== undefined && { html }),
        });
      } catch (error) {
        throw asRefusal(error as SmtpError, server, handedOver.has(envelope));
      }
    },
  };
}

function transportOf(server: MailServer, timeout: number) {
  const { host, port, encryption, account } = server;
  return {
    host,
    port,
    secure: encryption === 'always',
    requireTLS: encryption === 'required',
    ignoreTLS: encryption === 'none',
    tls: { minVersion: 'TLSv1.2' as const, rejectUnauthorized: encryption !== 'offered' },
    ...(account && { auth: { user: account.user, pass: account.password } }),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
  };
}

/** A sender is an address, with a name before it or not. */
function parseSender(from: string): { name: string; address: string } {
  const [, name = '', address = from] = /^\s*"?([^"<>]*?)"?\s*<([^<>]*)>\s*$/.exec(from) ?? [];
  const parsed = z.email().safeParse(address.trim());
  if (!parsed.success || hasControls(from))
    throw new Refusal('bad-input', 'The sender of mail is written as Evenkeel <evenkeel@example.com>.');
  return { name, address: parsed.data };
}

/** Exactly one address. As an object it isn't read again as a list, so it can't grow into several. */
function parseRecipient(to: string): { name: string; address: string } {
  const parsed = z.email().safeParse(to);
  if (!parsed.success)
    throw new Refusal('bad-input', 'Give one mail address such as ana@example.com.', { field: 'to' });
  return { name: '', address: parsed.data };
}

type SmtpError = Error & { code?: string; response?: string; responseCode?: number };

/** Of what the server answered only the numbers are kept: its words could repeat the password. */
function asRefusal(error: SmtpError, server: MailServer, handedOver: boolean): Refusal {
  const [numbers] = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(error.response ?? '') ?? [];
  const said = numbers === undefined ? '' : ` (it says ${numbers})`;
  // With a number it has answered: then it has nothing.
  const reached = handedOver && numbers === undefined;
  const never = numbers?.startsWith('5') === true && ['EENVELOPE', 'EMESSAGE'].includes(error.code ?? '');
  const sentence = `No mail was sent: the mail server ${server.host} ${whyOf(error)}${said}.`;
  return new Refusal('unavailable', sentence, { reached, never });
}

function whyOf({ code, message }: SmtpError): string {
  if (/certificate|altname/i.test(message))
    return "shows a certificate this server doesn't trust; check its name, or let it have a proper one";
  switch (code) {
    case 'EAUTH':
    case 'ENOAUTH':
      return "doesn't accept the user and password; check them, and that this account may send by SMTP";
    case 'ETLS':
      return 'offers no encryption; use one that does, or add ?tls=none to its address where nobody can listen in';
    case 'EENVELOPE':
      return 'refuses the sender or the recipient; check that it may send in this name';
    case 'EMESSAGE':
      return 'refuses the message';
    case 'EDNS':
      return "can't be found; check its name";
    case 'ETIMEDOUT':
      return "doesn't answer in time; check host and port";
    default:
      return "can't be reached or broke off; check host, port and certificate";
  }
}
