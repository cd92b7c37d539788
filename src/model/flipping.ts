import type { Playbook } from '../records/playbook/definitions.ts';
import type { Choice } from './choice.ts';
import type { SeatCase } from './seat-case.ts';
import type { StrengthSource } from './strength.ts';

/** What flips are looked for around: one seat, its present answer, and how to say another. */
export type Flipping = {
  about: SeatCase;
  source: StrengthSource;
  playbook: Playbook;
  choice: Choice;
  say(choice: Choice): string;
};
