import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What a passkey of a browser does, without a browser: an ES256 key, its counter, and whether it asked for a finger. */
export type SoftPasskey = {
  /** Answers the question that makes a passkey. */
  make(question: { challenge: string }): Record<string, unknown>;
  /** Answers the question at sign-in; each answer counts one up, unless `counter` says otherwise. */
  answer(question: { challenge: string }, how?: { verified?: boolean; counter?: number }): Record<string, unknown>;
};

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

const PRESENT = 0x01;
const VERIFIED = 0x04;
const NEW_KEY = 0x40;

export function softPasskey(origin: string): SoftPasskey {
  const name = new URL(origin).hostname;
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let count = 0;
  const shell = { id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {} };
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const data = (flags: number, counter: number, more = Buffer.alloc(0)) => {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(counter);
    return Buffer.concat([sha256(name), Buffer.from([flags]), number, more]);
  };
  return {
    make({ challenge }) {
      const length = Buffer.from([0, id.length]);
      const made = Buffer.concat([Buffer.alloc(16), length, id, coseOf(publicKey)]);
      const attestationObject = attestationOf(data(PRESENT | VERIFIED | NEW_KEY, ++count, made));
      const clientDataJSON = base64url(clientData('webauthn.create', challenge));
      return {
        ...shell,
        response: { clientDataJSON, attestationObject: base64url(attestationObject), transports: ['internal'] },
      };
    },
    answer({ challenge }, { verified = true, counter = ++count } = {}) {
      const client = clientData('webauthn.get', challenge);
      const authenticatorData = data(PRESENT | (verified ? VERIFIED : 0), counter);
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(client)]), privateKey);
      const response = { clientDataJSON: client, authenticatorData, signature };
      const texts = Object.fromEntries(Object.entries(response).map(([key, bytes]) => [key, base64url(bytes)]));
      return { ...shell, response: texts };
    },
  };
}

/** A public key of P-256 as COSE has it: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseOf(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' });
  const point = (text: string) => [Buffer.from([0x58, 32]), Buffer.from(text, 'base64url')];
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]);
  return Buffer.concat([head, ...point(x!), Buffer.from([0x22]), ...point(y!)]);
}

/** {"fmt": "none", "attStmt": {}, "authData": …} as CBOR. */
function attestationOf(authData: Buffer): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.from([0x60 | value.length]), Buffer.from(value)]);
  const bytes = Buffer.concat([Buffer.from([0x58, authData.length]), authData]);
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    bytes,
  ]);
}
