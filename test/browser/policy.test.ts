import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, open, settled, startVisit, type Visit } from './visit.ts';

/** What the policy refused, as the browser reports it to the page. */
type Refused = { refused?: string[] };

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit('harbor');
  await visit.context.addInitScript(() => {
    const kept = window as Refused;
    kept.refused = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
      kept.refused?.push(`${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`),
    );
  });
  await visit.page.goto(`${visit.origin}/data/add?kind=tickets`);
});
afterAll(() => visit.close());

const refused = () => visit.page.evaluate(() => (window as Refused).refused ?? ['nothing was watched']);

const PAGES = [
  '/welcome',
  '/',
  '/?panel=playbook/gate.clears',
  '/seats',
  '/people',
  '/people/add',
  '/questions',
  '/playbook',
  '/data',
  '/data/add?kind=tickets',
  '/account',
  '/settings/members',
  '/settings/sign-in',
  '/settings/let-in',
  '/nowhere',
];

describe('the content policy', () => {
  it('allows nothing inline, nothing from elsewhere, and no text that becomes code', async () => {
    const answer = await visit.page.request.get(visit.origin);
    const policy = answer.headers()['content-security-policy']!;
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
    ])
      expect(policy.split(/; ?/)).toContain(part);
    expect(answer.headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(answer.headers()['permissions-policy']).toContain('camera=()');
  });

  it('lets no answer of the API be kept, and the files of the web for long', async () => {
    const { page, origin } = visit;
    for (const path of ['/api/firm', '/api/people', '/api/nowhere', '/api/health', '/enter?token=x'])
      expect([path, (await page.request.get(origin + path, { maxRedirects: 0 })).headers()['cache-control']]).toEqual([
        path,
        'no-store',
      ]);
    const script = /\/assets\/[\w.-]+\.js/.exec(await (await page.request.get(origin)).text())![0];
    expect((await page.request.get(origin + script)).headers()['cache-control']).toMatch(/max-age=31536000, immutable/);
  });

  it.each(PAGES)('is broken nowhere on %s', async (path) => {
    const { faults } = visit;
    faults.length = 0;
    await goTo(visit.page, path);
    expect(await refused()).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('is broken by nothing that opens over a page, by no seat and by no profile', async () => {
    const { page, faults } = visit;
    faults.length = 0;
    for (const [path, button] of [
      ['/', /playbook and settings/],
      ['/seats', 'Add a seat'],
      ['/playbook', /^Change: /],
    ] as const) {
      await goTo(page, path);
      await page.getByRole('button', { name: button }).first().press('Enter');
      await page.getByRole('textbox').or(page.getByRole('radio')).first().waitFor();
      expect([path, await refused()]).toEqual([path, []]);
    }
    for (const path of ['/seats', '/people']) {
      await goTo(page, path);
      await page
        .getByRole('main')
        .getByRole('link', { name: /Service manager|Marcus Bell/i })
        .first()
        .click();
      await settled(page);
      expect(await refused()).toEqual([]);
    }
    expect(faults).toEqual([]);
  });

  it('would notice: a style element and text put into a page as code are refused and seen', async () => {
    const { page } = visit;
    await open(visit, '/');
    const thrown = await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.append(style);
      try {
        document.createElement('div').innerHTML = '<b>x</b>';
        return 'nothing';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(thrown).toBe('TypeError');
    await expect
      .poll(refused)
      .toEqual([
        expect.stringMatching(/^style-src-elem inline/),
        expect.stringMatching(/^require-trusted-types-for trusted-types-sink/),
      ]);
  });
});
