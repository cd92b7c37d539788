import { describe, expect, it } from 'vitest';
import { mayCall } from '../access.ts';
import { ROLES, type Role } from '../base/roles.ts';
import { homeOf, mayOpen, PAGE_RULES, partOf, placeOf, placesFor, settingsFor } from './places.ts';

const as = (standing: Role, personId: number | null = 7) => ({ standing, personId });

describe('the navigation by role', () => {
  it.each(ROLES)('leads %s only to pages whose operation the role may call', (role) => {
    const refused = PAGE_RULES.filter(({ who, operation }) => who.includes(role) && !mayCall(operation, role));
    expect(refused.map(({ path }) => path)).toEqual([]);
  });

  it.each(ROLES)('gives %s a home that can be opened', (role) => {
    expect(mayOpen(homeOf(as(role)), as(role))).toBe(true);
    const unlinked = as(role, null);
    expect(mayOpen(homeOf(unlinked), unlinked) || homeOf(unlinked) === '/me').toBe(true);
  });

  it('shows each role its own places', () => {
    const names = (role: Role) => placesFor(as(role)).map(({ name }) => name);
    expect(names('owner')).toEqual(['Today', 'Balance', 'Teams', 'People', 'Plan ahead', 'Me']);
    expect(names('team-lead')).toEqual(['Today', 'Balance', 'Teams', 'People', 'Me']);
    expect(names('technician')).toEqual(['Teams', 'Me']);
    expect(names('hr')).toEqual(['People', 'Me']);
    expect(names('wallboard')).toEqual([]);
  });

  it('shows no page about oneself to somebody who is none of the people here', () => {
    expect(placesFor(as('owner', null)).map(({ name }) => name)).toEqual([
      'Today',
      'Balance',
      'Teams',
      'People',
      'Plan ahead',
    ]);
  });

  it("opens for a technician their own profile and nobody else's", () => {
    expect(mayOpen('/people/7', as('technician'))).toBe(true);
    expect(mayOpen('/people/8', as('technician'))).toBe(false);
    expect(mayOpen('/people/7', as('technician', null))).toBe(false);
    expect(mayOpen('/people', as('technician'))).toBe(false);
  });

  it('opens for whoever holds the server all but what is about oneself and what nobody but HR may see', () => {
    const operator = { standing: 'operator', personId: null } as const;
    const shut = PAGE_RULES.filter(({ path }) => !mayOpen(path, operator));
    expect(shut).toEqual(PAGE_RULES.filter(({ oneself, operator }) => oneself || operator));
    expect(shut.map(({ path }) => path)).toContain('/settings/fairness');
  });

  it('asks how hard tickets look only of who hands them out, and of who keeps the firm', () => {
    expect(mayOpen('/triage', as('technician'))).toBe(false);
    expect(mayOpen('/triage', { ...as('technician'), dispatches: true })).toBe(true);
    expect(mayOpen('/triage', as('service-manager'))).toBe(true);
    expect(mayOpen('/triage', { standing: 'wallboard', personId: null, dispatches: true })).toBe(false);
  });

  it('shows trials and decisions under Me only to whom there are any about', () => {
    const partsOf = (you: Parameters<typeof placesFor>[0]) => placesFor(you).find(({ name }) => name === 'Me')!.parts;
    const names = (more: object) => partsOf({ ...as('technician'), ...more }).map(({ name }) => name);
    expect(names({})).not.toContain('My trial');
    expect(names({ tries: true, decided: true })).toEqual(expect.arrayContaining(['My trial', 'Decisions']));
    expect(mayOpen('/trials/new', as('technician'))).toBe(false);
  });

  it('keeps the settings behind the gear, as tabs once one is there', () => {
    expect(placeOf('/settings/members', as('owner'))?.name).toBe('Settings');
    expect(settingsFor(as('technician'))).toEqual([]);
    expect(mayOpen('/settings', as('technician'))).toBe(false);
    expect(settingsFor(as('hr')).map(({ to }) => to)).toContain('/settings/members');
    expect(settingsFor(as('hr')).map(({ to }) => to)).not.toContain('/settings/sign-in');
  });

  it('marks of the parts of a place only the one that an address lies in', () => {
    const hr = as('hr');
    const settings = placeOf('/settings/audit', hr)!;
    expect(partOf('/settings/audit', settings)).toBe('/settings/audit');
    expect(
      partOf('/', {
        to: '/',
        name: 'x',
        parts: [
          { to: '/', name: 'a' },
          { to: '/seats', name: 'b' },
        ],
      }),
    ).toBe('/');
    const nested = {
      to: '/me',
      name: 'x',
      parts: [
        { to: '/me', name: 'a' },
        { to: '/me/more', name: 'b' },
      ],
    };
    expect(partOf('/me/more', nested)).toBe('/me/more');
  });

  it('leaves addresses that lead nowhere to the page that says so', () => {
    expect(mayOpen('/nowhere', as('technician'))).toBe(true);
  });
});
