import { CONFLICT_CASES } from './conflict-cases.ts';
import { CONVERSATION_CASES } from './conversation-cases.ts';
import type { PracticeCase } from './practice-case.ts';

/** Written cases to practise on before it is real: first conversations, then conflicts. */
export const PRACTICE_CASES: readonly PracticeCase[] = [...CONVERSATION_CASES, ...CONFLICT_CASES];
