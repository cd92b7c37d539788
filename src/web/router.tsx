import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router';
import { WelcomePage } from '../capabilities/welcome/page.tsx';
import { NotFound, PageError } from './lost.tsx';
import { parseSearch, stringifySearch } from './search.ts';
import { Shell } from './shell.tsx';
import { Loading } from './states.tsx';

const root = createRootRoute({ component: Shell });

const today = () => import('../capabilities/today/page.tsx');
const delivery = () => import('../capabilities/delivery/page.tsx');
const balance = () => import('../capabilities/balance/page.tsx');
const seats = () => import('../capabilities/seats/page.tsx');
const trials = () => import('../capabilities/trials/page.tsx');
const journal = () => import('../capabilities/journal/page.tsx');
const teams = () => import('../capabilities/teams/page.tsx');
const direction = () => import('../capabilities/direction/page.tsx');
const cover = () => import('../capabilities/cover/page.tsx');
const mentoring = () => import('../capabilities/mentoring/page.tsx');
const crosstraining = () => import('../capabilities/crosstraining/page.tsx');
const people = () => import('../capabilities/people/page.tsx');
const planAhead = () => import('./plan-ahead.tsx');
const oneonones = () => import('../capabilities/oneonones/page.tsx');
const conditions = () => import('../capabilities/conditions/page.tsx');
const development = () => import('../capabilities/development/page.tsx');
const practice = () => import('../capabilities/practice/page.tsx');
const courses = () => import('../capabilities/courses/page.tsx');
const playbook = () => import('../capabilities/playbook/page.tsx');
const data = () => import('../capabilities/data/page.tsx');
const letin = () => import('../capabilities/letin/page.tsx');
const triage = () => import('../capabilities/triage/page.tsx');
const wallboard = () => import('../capabilities/wallboard/page.tsx');
const audit = () => import('../capabilities/audit/page.tsx');
const fairness = () => import('../capabilities/fairness/page.tsx');
const about = () => import('../capabilities/about/page.tsx');
const account = () => import('../capabilities/account/page.tsx');

const at = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component });

const routes = [
  at('/today', lazyRouteComponent(today, 'TodayPage')),
  at('/delivery', lazyRouteComponent(delivery, 'DeliveryPage')),
  at('/', lazyRouteComponent(balance, 'BalancePage')),
  at('/seats', lazyRouteComponent(seats, 'SeatsPage')),
  at('/seats/$seatId', lazyRouteComponent(seats, 'SeatPage')),
  at('/trials', lazyRouteComponent(trials, 'TrialsPage')),
  at('/trials/new', lazyRouteComponent(trials, 'NewTrialPage')),
  at('/trials/$trialId', lazyRouteComponent(trials, 'TrialPage')),
  at('/journal', lazyRouteComponent(journal, 'JournalPage')),
  at('/journal/$decisionId', lazyRouteComponent(journal, 'DecisionPage')),
  at('/teams', lazyRouteComponent(teams, 'TeamsPage')),
  at('/teams/direction', lazyRouteComponent(direction, 'DirectionPage')),
  at('/cover', lazyRouteComponent(cover, 'CoverPage')),
  at('/cover/hours', lazyRouteComponent(cover, 'HoursPage')),
  at('/people', lazyRouteComponent(people, 'PeoplePage')),
  at('/people/add', lazyRouteComponent(people, 'AddPeoplePage')),
  at('/people/$personId', lazyRouteComponent(people, 'ProfilePage')),
  at('/questions', lazyRouteComponent(people, 'QuestionsPage')),
  at('/plan', lazyRouteComponent(planAhead, 'PlanAheadPage')),
  at('/one-on-ones', lazyRouteComponent(oneonones, 'OneOnOnesPage')),
  at('/one-on-ones/$pairId', lazyRouteComponent(oneonones, 'OneOnOnePage')),
  at('/mentoring', lazyRouteComponent(mentoring, 'MentoringPage')),
  at('/mentoring/round', lazyRouteComponent(mentoring, 'RoundPage')),
  at('/mentoring/$pairId', lazyRouteComponent(mentoring, 'MentoringPairPage')),
  at('/skills', lazyRouteComponent(crosstraining, 'SkillsPage')),
  at('/learning', lazyRouteComponent(crosstraining, 'LearningPage')),
  at('/conditions', lazyRouteComponent(conditions, 'ConditionsPage')),
  at('/teams/conditions', lazyRouteComponent(conditions, 'TeamConditionsPage')),
  at('/development', lazyRouteComponent(development, 'DevelopmentPage')),
  at('/development/courses', lazyRouteComponent(courses, 'CoursesPage')),
  at('/development/practice', lazyRouteComponent(practice, 'PracticePage')),
  at('/development/practice/read/$answerId', lazyRouteComponent(practice, 'AnswerPage')),
  at('/development/practice/$about/$name', lazyRouteComponent(practice, 'CasePage')),
  at('/development/$personId', lazyRouteComponent(development, 'PlanPage')),
  at('/me/plan', lazyRouteComponent(development, 'MyPlanPage')),
  at('/me/plan/practice', lazyRouteComponent(practice, 'PracticePage')),
  at('/me/plan/practice/read/$answerId', lazyRouteComponent(practice, 'AnswerPage')),
  at('/me/plan/practice/$about/$name', lazyRouteComponent(practice, 'CasePage')),
  at('/playbook', lazyRouteComponent(playbook, 'PlaybookPage')),
  at('/data', lazyRouteComponent(data, 'DataPage')),
  at('/data/add', lazyRouteComponent(data, 'AddFilePage')),
  at('/data/$importId', lazyRouteComponent(data, 'ImportPage')),
  at('/triage', lazyRouteComponent(triage, 'TriagePage')),
  at('/wallboard', lazyRouteComponent(wallboard, 'WallboardPage')),
  at('/welcome', WelcomePage),
  at('/sign-in', lazyRouteComponent(account, 'SignInPage')),
  at('/invitation', lazyRouteComponent(account, 'InvitationPage')),
  at('/account', lazyRouteComponent(account, 'AccountPage')),
  // The shell leads on to the first part that one may open.
  at('/settings', () => <Loading lines={6} />),
  at('/settings/members', lazyRouteComponent(account, 'MembersPage')),
  at('/settings/sign-in', lazyRouteComponent(account, 'ProvidersPage')),
  at('/settings/audit', lazyRouteComponent(audit, 'AuditPage')),
  at('/settings/fairness', lazyRouteComponent(fairness, 'FairnessPage')),
  at('/me', lazyRouteComponent(about, 'AboutMePage')),
  at('/me/groups', lazyRouteComponent(fairness, 'OwnGroupsPage')),
  at('/settings/let-in', lazyRouteComponent(letin, 'LetInPage')),
];

/** Every address of the product; pages are loaded when they are first opened. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: () => <Loading lines={6} />,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});
