import type { Stop, Unmatched } from '../../model/development/mentoring-types.ts';

const STOPS: Record<Stop, string> = {
  hours: 'No mentor shares enough working time with you.',
  line: 'Every mentor is in your reporting line.',
  full: 'Every mentor has as many people as they offered.',
  strength: 'No mentor is surely strong in what you want to grow in.',
  fit: 'No mentor was a match this time.',
};

/**
 * Why somebody has no mentor yet, said to themselves: what keeps every mentor away, where it is one thing that may be told;
 * no other person is named, and nothing that would tell a veto.
 */
export function sayToMentee({ because, stops }: Pick<Unmatched, 'because' | 'stops'>): string {
  switch (because) {
    case 'no-offers':
      return 'Nobody offers to be a mentor yet.';
    case 'no-gap':
      return 'By what is known, you are already where you want to get to. Choose something else, or ask for another view.';
    case 'stopped':
      return stops.length === 1 ? STOPS[stops[0]!] : STOPS.fit;
    case 'taken':
    case 'time-is-up':
      return 'There were more people than places this time.';
  }
}
