import { Outlet, useMatches, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Whereabouts } from '../capabilities/welcome/contract.ts';
import { SampleStrip } from '../capabilities/welcome/page.tsx';
import { useAccount } from './account.ts';
import { ActingStrip } from './acting.tsx';
import { Declined } from './client.ts';
import { useWhereabouts } from './firm.ts';
import { GearMenu } from './gear.tsx';
import { BalanceIcon, Mark, MeIcon, PeopleIcon, PlanIcon, TeamsIcon, TodayIcon } from './icons.tsx';
import { Go } from './link.tsx';
import { NoFirm, NotForYou, ToSignIn } from './lost.tsx';
import { takeOnward } from './onward.ts';
import { homeOf, isUnder, mayOpen, type Place, partOf, placeOf, placesFor, settingsFor, type You } from './places.ts';
import { SidePanel } from './side-panel.tsx';
import { ErrorState, Loading } from './states.tsx';
import { YouHere } from './you.tsx';

const ICONS: Record<string, ReactNode> = {
  Today: <TodayIcon />,
  Balance: <BalanceIcon />,
  Teams: <TeamsIcon />,
  People: <PeopleIcon />,
  'Plan ahead': <PlanIcon />,
  Me: <MeIcon />,
};
const NOBODY: You = { standing: null, personId: null };
/** Pages that need nobody to be signed in. */
const BEFORE_SIGN_IN = ['/sign-in', '/invitation'];

/** What surrounds every page; before sign-in, only the mark. */
export function Shell() {
  // The page that is shown, not the address that is being left for: a page must not start to load without a firm.
  const path = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' });
  if (!BEFORE_SIGN_IN.includes(path)) return <SignedIn path={path} />;
  return (
    <main className="shell-alone">
      <p className="brand">
        <Mark /> Evenkeel
      </p>
      <Outlet />
    </main>
  );
}

function SignedIn({ path }: { path: string }) {
  const where = useWhereabouts();
  const you = where.data?.you ?? NOBODY;
  const { firmless, onward } = useWayOn(path, where.data);
  if (where.error instanceof Declined && where.error.status === 401) return <ToSignIn />;
  const isReady = where.data !== undefined && onward === null;
  // A screen on a wall shows one page and nothing around it.
  if (path === '/wallboard' && isReady && !firmless)
    return (
      <YouHere value={you}>
        <main>
          <Outlet />
        </main>
      </YouHere>
    );
  const place = firmless ? undefined : placeOf(path, you);
  const places = firmless || where.data === undefined ? [] : placesFor(you);
  return (
    <YouHere value={you}>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="shell-bar">
        <Go to={firmless ? '/welcome' : homeOf(you)} className="brand">
          <Mark />
          <span>Evenkeel</span>
        </Go>
        {places.length > 0 ? <Places places={places} path={path} className="shell-places" /> : null}
        <span className="firm-name-now">{where.data?.firm?.name}</span>
        <GearMenu />
      </header>
      <ActingStrip />
      <SampleStrip />
      {place && place.parts.length > 1 ? <Parts place={place} path={path} /> : null}
      <Content path={path} firm={where.data?.firm?.orgId ?? 0}>
        {where.error ? <ErrorState error={where.error} retry={() => void where.refetch()} /> : null}
        {where.isPending || onward !== null ? <Loading lines={6} /> : null}
        {isReady ? <Allowed path={path} you={you} firmless={firmless} /> : null}
      </Content>
      {places.length > 0 ? <Places places={places} path={path} className="shell-bottom" /> : null}
      <SidePanel />
    </YouHere>
  );
}

/** Where one has to go first: to the page wanted before a trip to a provider, to the welcome doors, or to one's home. */
function useWayOn(path: string, where: Whereabouts | undefined): { firmless: boolean; onward: string | null } {
  const navigate = useNavigate();
  const firmless = where ? where.firm === null : false;
  const away = where === undefined ? null : wayOn(path, where);
  useEffect(() => {
    if (where === undefined) return;
    const kept = path === '/' ? takeOnward() : null;
    const to = kept ?? away;
    if (to !== null) void navigate({ href: to, replace: true });
  }, [where, path, away, navigate]);
  return { firmless, onward: away };
}

function wayOn(path: string, { firm, you }: Whereabouts): string | null {
  const home = firm === null ? '/welcome' : homeOf(you);
  if (you.secondFactorMissing) return path === '/account' ? null : '/account';
  if (firm === null) return path === '/account' || path === '/welcome' ? null : home;
  if (path === '/settings') return settingsFor(you)[0]?.to ?? null;
  return path === '/' && !mayOpen('/', you) ? home : null;
}

/** The page itself, or why it isn't shown. */
function Allowed({ path, you, firmless }: { path: string; you: You; firmless: boolean }) {
  const account = useAccount();
  if (firmless && path !== '/account') {
    if (account.isPending) return <Loading lines={6} />;
    // Whoever holds the server begins a firm; an account is invited into one.
    return account.data?.account ? <NoFirm /> : <Outlet />;
  }
  return mayOpen(path, you) ? <Outlet /> : <NotForYou home={homeOf(you)} />;
}

function Places({ places, path, className }: { places: Place[]; path: string; className: string }) {
  return (
    <nav className={className} aria-label="Places">
      {places.map(({ to, name, parts }) => (
        <Tab key={name} to={to} here={parts.some((part) => isUnder(path, part.to))}>
          {ICONS[name]}
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

function Parts({ place, path }: { place: Place; path: string }) {
  const here = partOf(path, place);
  return (
    <nav className="shell-sub" aria-label={place.name}>
      {place.parts.map((part) => (
        <Tab key={part.to} to={part.to} here={part.to === here}>
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
