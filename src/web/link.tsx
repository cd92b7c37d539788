import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMayOpen } from './you.tsx';

/** Splits an address of ours into its path and its search fields. */
function splitAddress(to: string): { path: string; search: Record<string, string> } {
  const [path = '/', query = ''] = to.split('?');
  return { path, search: Object.fromEntries(new URLSearchParams(query)) };
}

type GoProps = {
  to: string;
  children: ReactNode;
  className?: string;
  'aria-label'?: string;
  /** This is where one is: marked for those who hear the page. */
  current?: boolean;
};

/**
 * A link to a place inside Evenkeel; takes an address as the server gives it, e.g. `/seats/3` or `/playbook?key=…`. To a
 * page that is not part of one's role there is no link, just the words.
 */
export function Go({ to, children, className, current, ...rest }: GoProps) {
  const mayOpen = useMayOpen();
  const { path, search } = splitAddress(to);
  if (!mayOpen(path)) return <span className={className}>{children}</span>;
  return (
    <Link
      to={path}
      search={search}
      className={className ?? 'link'}
      aria-label={rest['aria-label']}
      activeProps={{ 'aria-current': undefined }}
      {...(current ? { 'aria-current': 'page' as const } : {})}
    >
      {children}
    </Link>
  );
}

/** A link that looks like a button, for the one thing to do next; not there where one may not go. */
export function GoButton({ to, children, quiet }: { to: string; children: ReactNode; quiet?: boolean }) {
  const mayOpen = useMayOpen();
  if (!mayOpen(splitAddress(to).path)) return null;
  return (
    <Go to={to} className={quiet ? 'go-button go-button-quiet' : 'go-button'}>
      {children}
    </Go>
  );
}
