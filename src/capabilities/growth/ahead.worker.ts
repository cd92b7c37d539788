import { sumUp } from '../../model/growth/ahead.ts';
import type { Forecast, ForecastInput } from '../../model/growth/forecast.ts';
import { findGrowFrom } from '../../model/growth/policies.ts';
import { joinRuns, memoryOf, type Runs } from '../../model/growth/runs.ts';
import { simulateRuns } from '../../model/growth/simulate.ts';
import { answerTasks } from '../../platform/threads/answer-tasks.ts';
import type { Policy } from '../../records/growth/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';

/** What a thread is asked: some runs, what they come to, or from when on somebody has to grow. */
export type AheadTask =
  | { kind: 'run'; forecast: Forecast; policy: Policy; growFrom: number; from: number; to: number }
  | { kind: 'sum-up'; parts: Runs[]; policy: Policy; playbook: Playbook }
  | { kind: 'grow-from'; input: ForecastInput; forecast: Forecast };

answerTasks((task: AheadTask) => {
  switch (task.kind) {
    case 'run': {
      const runs = simulateRuns(task.forecast, task.policy, task.growFrom, task.from, task.to);
      return { result: runs, transfer: memoryOf(runs) };
    }
    case 'sum-up':
      return { result: sumUp(joinRuns(task.parts), task.policy, task.playbook) };
    case 'grow-from':
      return { result: findGrowFrom(task.input, task.forecast) };
  }
});
