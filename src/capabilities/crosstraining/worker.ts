import { parentPort, workerData } from 'node:worker_threads';
import { findBusFactor } from '../../model/development/bus-factor.ts';
import { planCover } from '../../model/development/cover-plan.ts';
import type { BusFactor, CoverPlan } from '../../model/development/cover-types.ts';
import type { CoverQuestion } from '../../model/development/skill-cover.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { loadSolver } from '../../science/assignment/solver.ts';

/** What is asked of the thread. */
export type CoverWork = { question: CoverQuestion; playbook: Playbook; seconds: number };
/** What it answers; bus: null where nothing is needed or nothing was found in time. */
export type CoverWorked = { plan: CoverPlan; bus: BusFactor | null };

// A thread of its own: the solver computes without pause.
const { question, playbook, seconds } = workerData as CoverWork;
const solver = await loadSolver();
const worked: CoverWorked = {
  plan: planCover(solver, question.plan, playbook, { seconds }),
  bus: findBusFactor(solver, question.whole, { seconds }),
};
parentPort!.postMessage(worked);
