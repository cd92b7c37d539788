import { aboutRoutes } from './capabilities/about/routes.ts';
import { accountRoutes } from './capabilities/account/routes.ts';
import { assumptionsRoutes } from './capabilities/assumptions/routes.ts';
import { auditRoutes } from './capabilities/audit/routes.ts';
import { balanceRoutes } from './capabilities/balance/routes.ts';
import { conditionsRoutes } from './capabilities/conditions/routes.ts';
import { coursesRoutes } from './capabilities/courses/routes.ts';
import { coverRoutes } from './capabilities/cover/routes.ts';
import { crossTrainingRoutes } from './capabilities/crosstraining/routes.ts';
import { dataRoutes } from './capabilities/data/routes.ts';
import { deliveryRoutes } from './capabilities/delivery/routes.ts';
import { developmentRoutes } from './capabilities/development/routes.ts';
import { directionRoutes } from './capabilities/direction/routes.ts';
import { refit } from './capabilities/evidence/refit.actions.ts';
import { evidenceRoutes } from './capabilities/evidence/routes.ts';
import { fairnessRoutes } from './capabilities/fairness/routes.ts';
import { growthRoutes } from './capabilities/growth/routes.ts';
import { createGrowthRuns } from './capabilities/growth/runs.actions.ts';
import { growthPlanRoutes } from './capabilities/growthplan/routes.ts';
import { journalRoutes } from './capabilities/journal/routes.ts';
import { letInRoutes } from './capabilities/letin/routes.ts';
import { loadRoutes } from './capabilities/load/routes.ts';
import { mentoringRoutes } from './capabilities/mentoring/routes.ts';
import { oneOnOnesRoutes } from './capabilities/oneonones/routes.ts';
import { peopleRoutes } from './capabilities/people/routes.ts';
import { playbookRoutes } from './capabilities/playbook/routes.ts';
import { practiceRoutes } from './capabilities/practice/routes.ts';
import { scenariosRoutes } from './capabilities/scenarios/routes.ts';
import { seatsRoutes } from './capabilities/seats/routes.ts';
import { teamsRoutes } from './capabilities/teams/routes.ts';
import { todayRoutes } from './capabilities/today/routes.ts';
import { triageRoutes } from './capabilities/triage/routes.ts';
import { trialsRoutes } from './capabilities/trials/routes.ts';
import { wallboardRoutes } from './capabilities/wallboard/routes.ts';
import { welcomeRoutes } from './capabilities/welcome/routes.ts';
import type { Route } from './platform/http/routes.ts';

/** Looks ahead that are worked out in threads, for as long as the program runs. */
const growthRuns = createGrowthRuns();

/** Ends what goes on behind the operations: a stop doesn't wait for it. */
export const stopWork = (): Promise<void> => growthRuns.close();

/** Every operation of Evenkeel. Capabilities don't know each other: here a finished import is told to refit, and scenarios are given what looks ahead. */
export const allRoutes: Route[] = [
  ...accountRoutes,
  ...welcomeRoutes({ refit }),
  ...todayRoutes,
  ...deliveryRoutes,
  ...balanceRoutes,
  ...seatsRoutes,
  ...trialsRoutes,
  ...journalRoutes,
  ...teamsRoutes,
  ...coverRoutes,
  ...directionRoutes,
  ...crossTrainingRoutes,
  ...growthRoutes(growthRuns),
  ...growthPlanRoutes,
  ...scenariosRoutes(growthRuns),
  ...assumptionsRoutes,
  ...loadRoutes,
  ...peopleRoutes({ refit }),
  ...oneOnOnesRoutes,
  ...developmentRoutes,
  ...practiceRoutes,
  ...coursesRoutes,
  ...mentoringRoutes,
  ...playbookRoutes({ refit }),
  ...evidenceRoutes,
  ...dataRoutes({ refit }),
  ...aboutRoutes({ refit }),
  ...conditionsRoutes,
  ...triageRoutes,
  ...wallboardRoutes,
  ...letInRoutes(),
  ...auditRoutes,
  ...fairnessRoutes,
];
