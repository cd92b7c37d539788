import type { Role, Standing } from '../base/roles.ts';

/** As what one works in the open firm, and as which of its people. */
export type You = {
  standing: Standing | null;
  personId: number | null;
  dispatches?: boolean;
  tries?: boolean;
  decided?: boolean;
};

/** A place of the navigation with its parts; the first part is where the place itself leads. */
export type Place = { to: string; name: string; parts: readonly Part[] };
/** `only`: for whom it lies here; others find it in another place. */
/** `needs`: only where there is something: a trial of one’s own, a decision about one. */
type Part = { to: string; name: string; only?: readonly Standing[]; needs?: 'tries' | 'decided' };

/** An address and everything under it: who opens it, and the operation it lives from (src/access.ts has the last word). */
type PageRule = {
  path: string;
  operation: string;
  who: readonly Role[];
  /** Not even whoever holds the server opens it on a screen. */
  operator?: 'no';
  /** It is about oneself: only for those who are one of the people here. */
  oneself?: true;
  /** Of those it is open to, for who keeps the firm and who hands out tickets. */
  dispatch?: true;
};

const OWNER: readonly Role[] = ['owner'];
const DECIDERS: readonly Role[] = ['owner', 'service-manager'];
const LEADS: readonly Role[] = [...DECIDERS, 'team-lead'];
const PEOPLE: readonly Role[] = [...LEADS, 'technician', 'hr'];

/** The longest address that fits counts. Whoever holds the server opens all of them. */
export const PAGE_RULES: readonly PageRule[] = [
  { path: '/today', operation: 'readToday', who: LEADS },
  { path: '/delivery', operation: 'readDelivery', who: PEOPLE },
  { path: '/', operation: 'readBalance', who: LEADS },
  { path: '/seats', operation: 'listSeats', who: LEADS },
  { path: '/trials', operation: 'listTrials', who: PEOPLE },
  { path: '/trials/new', operation: 'prepareTrial', who: LEADS },
  { path: '/journal', operation: 'listJournal', who: PEOPLE },
  { path: '/teams', operation: 'readHelp', who: [...LEADS, 'technician'] },
  { path: '/teams/direction', operation: 'readDirection', who: [...LEADS, 'technician'] },
  { path: '/cover', operation: 'readCover', who: LEADS },
  { path: '/cover/hours', operation: 'listHours', who: DECIDERS },
  { path: '/plan', operation: 'readGrowth', who: DECIDERS },
  { path: '/people', operation: 'listPeople', who: [...LEADS, 'hr'] },
  { path: '/people/add', operation: 'typePeople', who: DECIDERS },
  { path: '/questions', operation: 'readQuestions', who: LEADS },
  { path: '/development', operation: 'listPlans', who: LEADS },
  { path: '/development/courses', operation: 'listCourses', who: LEADS },
  // Whoever holds the server is nobody here, and reads in a sample what invented people wrote.
  { path: '/development/practice', operation: 'readPractice', who: LEADS },
  { path: '/me/plan', operation: 'readPlan', who: PEOPLE, oneself: true },
  { path: '/playbook', operation: 'readPlaybook', who: PEOPLE },
  { path: '/data', operation: 'listImports', who: DECIDERS },
  // Who is none of the people here reads what is held on the account; whoever holds the server chooses whose page.
  { path: '/me', operation: 'readAboutMe', who: PEOPLE },
  { path: '/one-on-ones', operation: 'listOneOnOnes', who: PEOPLE },
  { path: '/mentoring', operation: 'readMentoring', who: PEOPLE },
  { path: '/mentoring/round', operation: 'readMentoringRound', who: DECIDERS },
  { path: '/skills', operation: 'readSkills', who: LEADS },
  { path: '/learning', operation: 'readOwnLearning', who: PEOPLE, oneself: true },
  { path: '/conditions', operation: 'readConditions', who: PEOPLE, oneself: true },
  { path: '/teams/conditions', operation: 'readTeamConditions', who: LEADS },
  { path: '/triage', operation: 'readTriage', who: PEOPLE, dispatch: true },
  { path: '/wallboard', operation: 'readWallboard', who: [...PEOPLE, 'wallboard'] },
  { path: '/welcome', operation: 'openSample', who: OWNER },
  { path: '/settings/members', operation: 'listMembers', who: [...DECIDERS, 'hr'] },
  { path: '/settings/sign-in', operation: 'listProviders', who: OWNER },
  { path: '/settings/audit', operation: 'readAudit', who: ['owner', 'hr'] },
  { path: '/settings/fairness', operation: 'readFairness', who: ['hr'], operator: 'no' },
  { path: '/me/groups', operation: 'readOwnGroups', who: PEOPLE, operator: 'no', oneself: true },
  { path: '/settings/let-in', operation: 'readLetIn', who: OWNER },
];

/** Profiles are opened by who leads or decides; a technician opens their own. */
const PROFILE: readonly Role[] = LEADS;

const PLACES: readonly Place[] = [
  {
    to: '/today',
    name: 'Today',
    parts: [
      { to: '/today', name: 'Cards' },
      { to: '/delivery', name: 'Morning delivery', only: [...LEADS, 'operator'] },
    ],
  },
  {
    to: '/',
    name: 'Balance',
    parts: [
      { to: '/', name: 'Picture' },
      { to: '/seats', name: 'Seats' },
      { to: '/trials', name: 'Trials', only: [...LEADS, 'operator'] },
      { to: '/journal', name: 'Journal', only: [...LEADS, 'operator'] },
    ],
  },
  {
    to: '/teams',
    name: 'Teams',
    parts: [
      { to: '/teams', name: 'Who helps whom' },
      { to: '/teams/direction', name: 'Aims and targets' },
      { to: '/cover', name: 'Who can jump in' },
      { to: '/teams/conditions', name: 'Working conditions' },
      { to: '/skills', name: 'Skills and clients' },
    ],
  },
  {
    to: '/people',
    name: 'People',
    parts: [
      { to: '/people', name: 'Profiles' },
      { to: '/questions', name: 'Questions' },
      { to: '/one-on-ones', name: '1:1s', only: [...LEADS, 'hr', 'operator'] },
      { to: '/journal', name: 'Journal', only: ['hr'] },
      { to: '/development', name: 'Development' },
      { to: '/mentoring', name: 'Mentoring', only: [...LEADS, 'hr', 'operator'] },
    ],
  },
  { to: '/plan', name: 'Plan ahead', parts: [{ to: '/plan', name: 'Who is needed when' }] },
  {
    to: '/me',
    name: 'Me',
    parts: [
      { to: '/me', name: 'Me' },
      { to: '/trials', name: 'My trial', needs: 'tries' },
      { to: '/me/plan', name: 'My plan' },
      { to: '/journal', name: 'Decisions', only: ['technician'], needs: 'decided' },
      { to: '/conditions', name: 'My weeks' },
      { to: '/one-on-ones', name: '1:1s', only: ['technician'] },
      { to: '/delivery', name: 'Reminders', only: ['technician', 'hr'] },
      { to: '/mentoring', name: 'Mentoring', only: ['technician'] },
      { to: '/learning', name: 'My learning' },
      { to: '/me/groups', name: 'Your groups' },
    ],
  },
];

/** Behind the gear, so no tab of its own; its parts are tabs once one is in it. */
const SETTINGS: Place = {
  to: '/settings',
  name: 'Settings',
  parts: [
    { to: '/settings/members', name: 'Members' },
    { to: '/settings/sign-in', name: 'Single sign-on' },
    { to: '/settings/let-in', name: 'Let your team in' },
    { to: '/settings/audit', name: 'Audit log' },
    { to: '/settings/fairness', name: 'Fairness audit' },
  ],
};

export const isUnder = (path: string, to: string): boolean =>
  to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);

/** Whether this page is part of what one does here. Addresses that lead nowhere are nobody's secret. */
export function mayOpen(path: string, you: You): boolean {
  const { standing, personId } = you;
  if (standing === null) return true;
  if (path === '/settings') return partsFor(SETTINGS, you).length > 0;
  const profile = /^\/people\/(\d+)$/.exec(path);
  if (profile && standing === 'technician') return Number(profile[1]) === personId;
  const who = profile ? PROFILE : undefined;
  const rule = PAGE_RULES.filter((one) => isUnder(path, one.path)).sort((a, b) => b.path.length - a.path.length)[0];
  if (rule?.oneself && personId === null) return false;
  if (rule?.dispatch && !you.dispatches && ![...DECIDERS, 'operator'].includes(standing)) return false;
  if (standing === 'operator') return rule?.operator !== 'no';
  return rule === undefined || ((who ?? rule.who) as readonly Standing[]).includes(standing);
}

const partsFor = (place: Place, you: You) =>
  place.parts.filter(
    ({ to, only, needs }) =>
      mayOpen(to, you) &&
      (only === undefined || only.some((one) => one === you.standing)) &&
      (needs === undefined || you[needs] === true),
  );

/** The places of the navigation that are part of one's work here. */
export function placesFor(you: You): Place[] {
  return PLACES.flatMap((place) => {
    if (place.to === '/me' && you.personId === null) return [];
    const parts = partsFor(place, you);
    return parts[0] ? [{ ...place, to: parts[0].to, parts }] : [];
  });
}

/** The parts of the settings that one may open; empty: there is nothing to set. */
export const settingsFor = (you: You): Place['parts'] => partsFor(SETTINGS, you);

/** The place that an address lies in, the settings included. */
export function placeOf(path: string, you: You): Place | undefined {
  const settings = { ...SETTINGS, parts: settingsFor(you) };
  return [...placesFor(you), settings].find(({ parts }) => parts.some(({ to }) => isUnder(path, to)));
}

/** The part of a place that an address lies in: the longest that fits. */
export function partOf(path: string, { parts }: Place): string | undefined {
  const around = parts.filter(({ to }) => isUnder(path, to)).sort((a, b) => b.to.length - a.to.length);
  return around[0]?.to;
}

/** Where one begins: the first place that is part of one's work; technicians with themselves. */
export function homeOf(you: You): string {
  if (you.standing === 'wallboard') return '/wallboard';
  if (you.standing === 'technician') return '/me';
  // The picture stays the first screen, though Today stands first in the navigation.
  if (mayOpen('/', you)) return '/';
  // Who is none of the people here yet is told so where their page would be.
  return placesFor(you)[0]?.to ?? '/me';
}
