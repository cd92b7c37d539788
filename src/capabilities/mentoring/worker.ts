import { parentPort, workerData } from 'node:worker_threads';
import { proposeMentors } from '../../model/development/mentoring.ts';
import type { MentoringInput } from '../../model/development/mentoring-types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { loadSolver } from '../../science/assignment/solver.ts';

// A thread of its own: the solver computes without pause.
const { input, playbook, seconds } = workerData as { input: MentoringInput; playbook: Playbook; seconds: number };
parentPort!.postMessage(proposeMentors(await loadSolver(), input, playbook, { seconds }));
