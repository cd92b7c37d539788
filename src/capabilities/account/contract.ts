import { z } from 'zod';
import { ROLES, type Role } from '../../base/roles.ts';
import type { Instant } from '../../base/time.ts';
import { idField, nameField, nothing, operation } from '../../platform/contract.ts';

const emailField = z.string().trim().toLowerCase().pipe(z.email('Give an address such as ana@example.com.').max(320));
/** Length is what makes a password strong; nothing else is asked of it (ASVS 5.0, 6.2). */
const passwordField = z
  .string()
  .min(12, 'At least 12 characters: a sentence is easiest.')
  .max(256, 'At most 256 characters.');
const codeField = z.string().trim().min(6, 'The code has six digits.').max(40);
/** Asked again before the way in changes, where there is one. */
const presentPassword = z.string().max(256).default('');
const tokenField = z.string().min(20).max(200);
/** What a browser's passkey answers with; checked by the library that knows it. */
const passkeyAnswer = z.record(z.string(), z.unknown());

/** What a passkey question holds for the browser: options of the Web Authentication API as JSON. */
export type PasskeyQuestion = { challenge: string; options: Record<string, unknown> };

/** How far one has come in signing in. */
export type Entered =
  | { state: 'in' }
  /** The password was right; the account also wants a code. `challenge` goes with it. */
  | { state: 'code-needed'; challenge: string };

export type ProviderButton = { providerId: number; label: string };

// Before sign-in ---------------------------------------------------------------------------------------------------

export const readDoor = operation({
  id: 'readDoor',
  method: 'GET',
  path: '/api/sign-in',
  summary: 'Which ways to sign in there are',
  who: 'anyone',
  input: nothing,
}).returns<{
  providers: ProviderButton[];
  /** False at an address that has no name (127.0.0.1): passkeys belong to names. */
  passkeys: boolean;
  /** Nobody has an account yet: the printed address is the way in. */
  fresh: boolean;
}>();

export const enterPassword = operation({
  id: 'enterPassword',
  method: 'POST',
  path: '/api/sign-in/password',
  summary: 'Sign in with address and password',
  who: 'anyone',
  input: z.object({ email: emailField, password: z.string().min(1).max(256) }),
}).returns<Entered>();

export const enterCode = operation({
  id: 'enterCode',
  method: 'POST',
  path: '/api/sign-in/code',
  summary: 'Give the second factor: a code of the app, or a recovery code',
  who: 'anyone',
  input: z.object({ challenge: tokenField, code: codeField }),
}).returns<Entered>();

export const askPasskey = operation({
  id: 'askPasskey',
  method: 'POST',
  path: '/api/sign-in/passkey/question',
  summary: 'What the browser asks the passkey',
  who: 'anyone',
  input: nothing,
}).returns<PasskeyQuestion>();

export const enterPasskey = operation({
  id: 'enterPasskey',
  method: 'POST',
  path: '/api/sign-in/passkey',
  summary: 'Sign in with a passkey',
  who: 'anyone',
  input: z.object({ challenge: tokenField, answer: passkeyAnswer }),
}).returns<Entered>();

export const leaveForProvider = operation({
  id: 'leaveForProvider',
  method: 'POST',
  path: '/api/sign-in/provider',
  summary: 'Where to go to sign in with a provider; an invitation is redeemed on the way',
  who: 'anyone',
  input: z.object({
    providerId: idField,
    invitation: tokenField.optional(),
    /** Who is signed in adds the provider to their account; absent: they only sign in. Asks the password where there is one. */
    link: z.boolean().default(false),
    password: presentPassword,
  }),
}).returns<{ address: string }>();

export const readInvitation = operation({
  id: 'readInvitation',
  method: 'POST',
  path: '/api/invitation/read',
  summary: 'What an invitation is for',
  who: 'anyone',
  input: z.object({ token: tokenField }),
}).returns<{
  firmName: string;
  email: string;
  role: Role;
  invitedBy: string;
  /** There is an account with this address already: sign in with it and the firm is added. */
  hasAccount: boolean;
}>();

export const acceptInvitation = operation({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/api/invitation',
  summary: 'Make an account from an invitation; with an account, join the firm',
  who: 'anyone',
  input: z.object({
    token: tokenField,
    name: nameField.optional(),
    /** New accounts: the password to be; with an account: its password. A wallboard has none. */
    password: passwordField.optional(),
    /** With an account that has a second factor. */
    code: codeField.optional(),
  }),
}).returns<Entered>();

export const leave = operation({
  id: 'leave',
  method: 'POST',
  path: '/api/sign-out',
  summary: 'Sign out of this browser',
  who: 'anyone',
  input: nothing,
}).returns<{ state: 'out' }>();

// One's own account --------------------------------------------------------------------------------------------------

export type OwnAccount = {
  /** Null: whoever holds the server, without an account. */
  account: {
    name: string;
    email: string;
    hasPassword: boolean;
    totpSince: Instant | null;
    /** Recovery codes that are still good. */
    recoveryCodes: number;
    passkeys: { credentialId: string; name: string; createdAt: Instant; usedAt: Instant | null }[];
    identities: { issuer: string; label: string | null; linkedAt: Instant }[];
  } | null;
  sessions: {
    sessionId: number;
    method: 'address' | 'password' | 'passkey' | 'provider' | 'acting';
    createdAt: Instant;
    seenAt: Instant;
    /** "Firefox on Windows" as far as it can be told. */
    browser: string | null;
    ip: string | null;
    /** This very browser. */
    here: boolean;
  }[];
  passkeysPossible: boolean;
};

export const readAccount = operation({
  id: 'readAccount',
  method: 'GET',
  path: '/api/account',
  summary: 'My account: ways to sign in and open sessions',
  who: 'signed-in',
  input: nothing,
}).returns<OwnAccount>();

export const endSession = operation({
  id: 'endSession',
  method: 'DELETE',
  path: '/api/account/sessions/:sessionId',
  summary: 'End one of my sessions',
  who: 'signed-in',
  input: z.object({ sessionId: idField }),
}).returns<OwnAccount>();

export const endOtherSessions = operation({
  id: 'endOtherSessions',
  method: 'DELETE',
  path: '/api/account/sessions',
  summary: 'End all my other sessions',
  who: 'signed-in',
  input: nothing,
}).returns<OwnAccount>();

export const changePassword = operation({
  id: 'changePassword',
  method: 'PUT',
  path: '/api/account/password',
  summary: 'Change my password; ends my other sessions',
  who: 'signed-in',
  /** `current` is asked where there is one. */
  input: z.object({ current: presentPassword, password: passwordField }),
}).returns<OwnAccount>();

export const beginTotp = operation({
  id: 'beginTotp',
  method: 'POST',
  path: '/api/account/totp/begin',
  summary: 'Begin to set up codes of an app',
  who: 'signed-in',
  input: z.object({ password: presentPassword }),
}).returns<{ secret: string; uri: string }>();

export const finishTotp = operation({
  id: 'finishTotp',
  method: 'POST',
  path: '/api/account/totp',
  summary: 'Turn codes on with a first code; answers with recovery codes, shown once',
  who: 'signed-in',
  input: z.object({ code: codeField }),
}).returns<{ recoveryCodes: string[] }>();

export const removeTotp = operation({
  id: 'removeTotp',
  method: 'POST',
  path: '/api/account/totp/remove',
  summary: 'Turn codes off',
  who: 'signed-in',
  input: z.object({ password: z.string().max(256), code: codeField }),
}).returns<OwnAccount>();

export const beginPasskey = operation({
  id: 'beginPasskey',
  method: 'POST',
  path: '/api/account/passkeys/question',
  summary: 'What the browser asks to make a passkey',
  who: 'signed-in',
  input: z.object({ password: presentPassword }),
}).returns<PasskeyQuestion>();

export const addPasskey = operation({
  id: 'addPasskey',
  method: 'POST',
  path: '/api/account/passkeys',
  summary: 'Keep a passkey',
  who: 'signed-in',
  input: z.object({ challenge: tokenField, answer: passkeyAnswer, name: z.string().trim().min(1).max(100) }),
}).returns<OwnAccount>();

export const removePasskey = operation({
  id: 'removePasskey',
  // Not DELETE: the password goes with it.
  method: 'POST',
  path: '/api/account/passkeys/:credentialId/remove',
  summary: 'Remove a passkey',
  who: 'signed-in',
  input: z.object({ credentialId: z.string().min(1).max(1400), password: presentPassword }),
}).returns<OwnAccount>();

// Members of the firm ------------------------------------------------------------------------------------------------

export type Member = {
  accountId: number;
  name: string;
  email: string;
  role: Role;
  /** Which person of the firm they are. */
  person: { personId: number; name: string } | null;
  secondFactor: boolean;
  seenAt: Instant | null;
  you: boolean;
};
export type Invited = {
  /** Names the invitation; not the secret in the link. */
  invitationId: string;
  email: string;
  role: Role;
  person: { personId: number; name: string } | null;
  createdAt: Instant;
  expiresAt: Instant;
};
export type Members = {
  members: Member[];
  invited: Invited[];
  /** People who have no account yet. */
  without: { personId: number; name: string; email: string | null }[];
  mail: boolean;
  /** Everyone signs in with a second factor, or by single sign-on. */
  secondFactorRequired: boolean;
};

export const listMembers = operation({
  id: 'listMembers',
  method: 'GET',
  path: '/api/members',
  summary: 'Who may sign in here, as what',
  who: 'firm',
  input: nothing,
}).returns<Members>();

export const invite = operation({
  id: 'invite',
  method: 'POST',
  path: '/api/members/invitations',
  summary: 'Invite somebody by a link, sent by mail where mail is set up',
  who: 'firm',
  input: z.object({ email: emailField, role: z.enum(ROLES), personId: idField.nullable().default(null) }),
  /** The link is shown once; `mailed`: it was also sent. */
}).returns<{ link: string; mailed: boolean; members: Members }>();

export const withdrawInvitation = operation({
  id: 'withdrawInvitation',
  method: 'DELETE',
  path: '/api/members/invitations/:invitationId',
  summary: 'Withdraw an invitation',
  who: 'firm',
  input: z.object({ invitationId: z.string().min(8).max(128) }),
}).returns<Members>();

export const changeMember = operation({
  id: 'changeMember',
  method: 'PATCH',
  path: '/api/members/:accountId',
  summary: "Change a member's role or which person they are",
  who: 'firm',
  input: z.object({ accountId: idField, role: z.enum(ROLES).optional(), personId: idField.nullable().optional() }),
}).returns<Members>();

export const removeMember = operation({
  id: 'removeMember',
  method: 'DELETE',
  path: '/api/members/:accountId',
  summary: 'End a membership; their sessions here end at once',
  who: 'firm',
  input: z.object({ accountId: idField }),
}).returns<Members>();

export const endMemberSessions = operation({
  id: 'endMemberSessions',
  method: 'DELETE',
  path: '/api/members/:accountId/sessions',
  summary: "End a member's sessions, so that they sign in again",
  who: 'firm',
  input: z.object({ accountId: idField }),
}).returns<Members>();

export const requireSecondFactor = operation({
  id: 'requireSecondFactor',
  method: 'PUT',
  path: '/api/members/second-factor',
  summary: 'Say whether everyone signs in with a second factor',
  who: 'firm',
  input: z.object({ required: z.boolean() }),
}).returns<Members>();

// Single sign-on -----------------------------------------------------------------------------------------------------

export type Provider = { providerId: number; label: string; issuer: string; clientId: string; createdAt: Instant };

export const listProviders = operation({
  id: 'listProviders',
  method: 'GET',
  path: '/api/providers',
  summary: 'Providers of single sign-on',
  who: 'firm',
  input: nothing,
  /** The address to enter at the provider as the redirect address. */
}).returns<{ providers: Provider[]; redirectAddress: string }>();

export const addProvider = operation({
  id: 'addProvider',
  method: 'POST',
  path: '/api/providers',
  summary: 'Set up a provider of single sign-on; it is asked who it is before it is kept',
  who: 'firm',
  input: z.object({
    label: z.string().trim().min(1).max(60),
    issuer: z.url('Give the whole address, beginning with https://').max(500),
    clientId: z.string().trim().min(1).max(200),
    clientSecret: z.string().trim().min(1).max(1000),
  }),
}).returns<{ providers: Provider[]; redirectAddress: string }>();

export const changeProviderSecret = operation({
  id: 'changeProviderSecret',
  method: 'PUT',
  path: '/api/providers/:providerId/secret',
  summary: 'Enter the new client secret of a provider of single sign-on',
  who: 'firm',
  input: z.object({ providerId: idField, clientSecret: z.string().trim().min(1).max(1000) }),
}).returns<{ providers: Provider[]; redirectAddress: string }>();

export const removeProvider = operation({
  id: 'removeProvider',
  method: 'DELETE',
  path: '/api/providers/:providerId',
  summary: 'Remove a provider of single sign-on',
  who: 'firm',
  input: z.object({ providerId: idField }),
}).returns<{ providers: Provider[]; redirectAddress: string }>();
