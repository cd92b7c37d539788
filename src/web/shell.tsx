import { Outlet, useMatches, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { SampleStrip } from '../capabilities/welcome/page.tsx';
import { Declined } from './client.ts';
import { useWhereabouts } from './firm.ts';
import { GearMenu } from './gear.tsx';
import { BalanceIcon, Mark, PeopleIcon } from './icons.tsx';
import { Go } from './link.tsx';
import { SignIn } from './lost.tsx';
import { SidePanel } from './side-panel.tsx';
import { ErrorState, Loading } from './states.tsx';

const PLACES = [
  {
    to: '/',
    name: 'Balance',
    icon: <BalanceIcon />,
    parts: [
      { to: '/', name: 'Picture' },
      { to: '/seats', name: 'Seats' },
    ],
  },
  {
    to: '/people',
    name: 'People',
    icon: <PeopleIcon />,
    parts: [
      { to: '/people', name: 'Profiles' },
      { to: '/questions', name: 'Questions' },
    ],
  },
] as const;

const isUnder = (path: string, to: string) => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`));

/** What surrounds every page: the places, the firm, the gear, the side panel. */
export function Shell() {
  // The page that is shown, not the address that is being left for: a page must not start to load without a firm.
  const path = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' });
  const where = useWhereabouts();
  const navigate = useNavigate();
  const homeless = where.data ? where.data.firm === null : false;
  useEffect(() => {
    if (homeless && path !== '/welcome') void navigate({ to: '/welcome', replace: true });
  }, [homeless, path, navigate]);
  if (where.error instanceof Declined && where.error.status === 401) return <SignIn />;
  const place = homeless ? undefined : PLACES.find(({ parts }) => parts.some(({ to }) => isUnder(path, to)));
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="shell-bar">
        <Go to={homeless ? '/welcome' : '/'} className="brand">
          <Mark />
          <span>Evenkeel</span>
        </Go>
        {homeless ? null : <Places path={path} className="shell-places" label="Places" />}
        <span className="firm-name-now">{where.data?.firm?.name}</span>
        <GearMenu />
      </header>
      <SampleStrip />
      {place ? <Parts parts={place.parts} name={place.name} path={path} /> : null}
      <Content path={path} firm={where.data?.firm?.orgId ?? 0}>
        {where.error ? <ErrorState error={where.error} retry={() => void where.refetch()} /> : null}
        {where.isPending ? <Loading lines={6} /> : null}
        {where.data && (!homeless || path === '/welcome') ? <Outlet /> : null}
      </Content>
      {homeless ? null : <Places path={path} className="shell-bottom" label="Places" />}
      <SidePanel />
    </>
  );
}

function Places({ path, className, label }: { path: string; className: string; label: string }) {
  return (
    <nav className={className} aria-label={label}>
      {PLACES.map(({ to, name, icon, parts }) => (
        <Tab key={to} to={to} here={parts.some((part) => isUnder(path, part.to))}>
          {icon}
          {name}
        </Tab>
      ))}
    </nav>
  );
}

function Tab({ to, here, children }: { to: string; here: boolean; children: ReactNode }) {
  return (
    <Go to={to} className={here ? 'tab tab-here' : 'tab'} current={here}>
      {children}
    </Go>
  );
}

function Parts({ parts, name, path }: { parts: readonly { to: string; name: string }[]; name: string; path: string }) {
  return (
    <nav className="shell-sub" aria-label={name}>
      {parts.map((part) => (
        <Tab key={part.to} to={part.to} here={isUnder(path, part.to)}>
          {part.name}
        </Tab>
      ))}
    </nav>
  );
}

function Content({ path, firm, children }: { path: string; firm: number; children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <main id="content" ref={main} tabIndex={-1} className="shell-content">
      <div key={firm}>{children}</div>
    </main>
  );
}
