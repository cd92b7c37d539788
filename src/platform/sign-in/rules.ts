/** How much work one guess of a password costs: scrypt's N, r and p. */
export type PasswordCost = { n: number; r: number; p: number };

/** What slows guessing down; a test gives smaller numbers. */
export type SignInRules = {
  cost: PasswordCost;
  /** Requests a minute of one network address to each operation before sign-in. */
  requestsPerMinute: number;
};

/** OWASP's first choice for scrypt (Password Storage Cheat Sheet): 128 MiB and a few tenths of a second a guess. */
export const SIGN_IN_RULES: SignInRules = { cost: { n: 2 ** 17, r: 8, p: 1 }, requestsPerMinute: 30 };
