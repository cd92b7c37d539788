import type { Step, StepAction } from '../../model/steps.ts';
import type { NextStep } from './contract.ts';

/** What the one button of a step says, and where it leads. */
export function buttonOf({
  action,
  seatId,
  personId,
}: Pick<Step, 'action' | 'seatId' | 'personId'>): NextStep['button'] {
  const seat = `/seats/${seatId}`;
  const person = personId === null ? seat : `/people/${personId}`;
  const buttons: Record<StepAction, NextStep['button']> = {
    'ask-aspiration': { label: 'Record the answer', to: person },
    'second-view': { label: 'Ask a second person', to: '/questions?second=yes' },
    'start-trial': {
      label: 'Start a trial',
      to: `/trials/new?seat=${seatId}${personId === null ? '' : `&person=${personId}`}`,
    },
    'open-decision': { label: 'Open the seat', to: seat },
    decide: { label: 'Open the seat', to: seat },
    'find-second': { label: 'Open the seat', to: seat },
    relieve: { label: 'Open the profile', to: person },
    'answer-questions': { label: 'Answer the questions', to: '/questions' },
    'name-hands-on': { label: 'Say whether it is hands-on', to: seat },
  };
  return buttons[action];
}
