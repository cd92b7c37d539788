import { Refusal } from '../../base/errors.ts';

/** Where a provider describes itself, below its issuer (OpenID Connect Discovery 1.0, section 4). */
export const WELL_KNOWN = '/.well-known/openid-configuration';
/** Where Microsoft's tenants sign in: worldwide, US government, China. */
const MICROSOFT = /(^|\.)(microsoftonline\.(com|us|cn)|login\.windows\.net|sts\.windows\.net)$/;
/** Names that stand for many tenants at once; the last is the one tenant of everybody's personal accounts. */
const SHARED = ['common', 'organizations', 'consumers', '9188040d-6c67-4c5b-b112-36a304b66dad'];

/** The address of a provider as somebody typed or pasted it, made ready to be asked; refuses what can't be one firm's. */
export function parseIssuer(typed: string): URL {
  const text = typed.trim();
  const issuer = text.endsWith(WELL_KNOWN) ? text.slice(0, -WELL_KNOWN.length) : text;
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.pathname.includes('/.well-known/'))
    throw new Refusal('bad-input', "Give the provider's address, such as https://login.example.com.", {
      field: 'issuer',
    });
  const [, tenant = ''] = url.pathname.toLowerCase().split('/');
  if (MICROSOFT.test(url.hostname) && (tenant === '' || SHARED.includes(tenant)))
    throw new Refusal(
      'bad-input',
      "This address lets anybody with a Microsoft account sign in: use your tenant's own address, https://login.microsoftonline.com/<tenant-id>/v2.0.",
      { field: 'issuer' },
    );
  return url;
}
