import { aboutRoutes } from './capabilities/about/routes.ts';
import { accountRoutes } from './capabilities/account/routes.ts';
import { auditRoutes } from './capabilities/audit/routes.ts';
import { balanceRoutes } from './capabilities/balance/routes.ts';
import { conditionsRoutes } from './capabilities/conditions/routes.ts';
import { coverRoutes } from './capabilities/cover/routes.ts';
import { crossTrainingRoutes } from './capabilities/crosstraining/routes.ts';
import { dataRoutes } from './capabilities/data/routes.ts';
import { refit } from './capabilities/evidence/refit.actions.ts';
import { evidenceRoutes } from './capabilities/evidence/routes.ts';
import { fairnessRoutes } from './capabilities/fairness/routes.ts';
import { letInRoutes } from './capabilities/letin/routes.ts';
import { mentoringRoutes } from './capabilities/mentoring/routes.ts';
import { oneOnOnesRoutes } from './capabilities/oneonones/routes.ts';
import { peopleRoutes } from './capabilities/people/routes.ts';
import { playbookRoutes } from './capabilities/playbook/routes.ts';
import { seatsRoutes } from './capabilities/seats/routes.ts';
import { teamsRoutes } from './capabilities/teams/routes.ts';
import { todayRoutes } from './capabilities/today/routes.ts';
import { triageRoutes } from './capabilities/triage/routes.ts';
import { wallboardRoutes } from './capabilities/wallboard/routes.ts';
import { welcomeRoutes } from './capabilities/welcome/routes.ts';
import type { Route } from './platform/http/routes.ts';

/** Every operation of Evenkeel. Capabilities don't know each other: here a finished import is told to refit. */
export const allRoutes: Route[] = [
  ...accountRoutes,
  ...welcomeRoutes({ refit }),
  ...todayRoutes,
  ...balanceRoutes,
  ...seatsRoutes,
  ...teamsRoutes,
  ...coverRoutes,
  ...crossTrainingRoutes,
  ...peopleRoutes({ refit }),
  ...oneOnOnesRoutes,
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
