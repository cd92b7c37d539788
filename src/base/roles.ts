/** As what somebody works in a firm. What each sees and may do is one table: src/access.ts. */
export const ROLES = ['owner', 'service-manager', 'team-lead', 'technician', 'hr', 'wallboard'] as const;
export type Role = (typeof ROLES)[number];

/** What screens call a role. */
export const ROLE_NAMES: Record<Role, string> = {
  owner: 'Owner',
  'service-manager': 'Service manager',
  'team-lead': 'Team lead',
  technician: 'Technician',
  hr: 'HR',
  wallboard: 'Wallboard',
};

/**
 * In whose place a transaction stands: a role; `operator`, whoever holds the server; or `engine`, the program itself
 * while it computes or imports. Row-level security reads it.
 */
export type Standing = Role | 'operator' | 'engine';
