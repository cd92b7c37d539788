import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import type { Day } from '../../base/time.ts';
import type { CardProposal, EarlierCard } from '../../records/cards/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import { chooseCards } from './choose.ts';

const DAY = '2026-03-10' as Day;
const playbook = playbookWith();
const card = (given: Partial<CardProposal>): CardProposal => ({
  leadId: 1 as PersonId,
  rule: 'ticket-late',
  kind: 'fix',
  subject: 'ticket/1',
  personId: null,
  trigger: 'Late.',
  firstSentence: 'What is in the way?',
  evidence: { facts: [], doors: [], shares: null, best: null, links: [] },
  urgency: 0.5,
  ...given,
});
const was = (given: Partial<EarlierCard>): EarlierCard => ({
  leadId: 1 as PersonId,
  day: '2026-03-09' as Day,
  rule: 'ticket-late',
  subject: 'ticket/1',
  state: 'open',
  untilDay: null,
  ...given,
});
const chosen = (proposals: CardProposal[], earlier: EarlierCard[] = []) =>
  chooseCards(proposals, { day: DAY, earlier, playbook }).map(({ subject }) => subject);

describe('the cards of a day', () => {
  it('are at most three a lead, the most urgent first, each about something else, whatever the order they come in', () => {
    const any = fc.array(
      fc.record({
        leadId: fc.constantFrom(1, 2, 3).map((id) => id as PersonId),
        subject: fc.constantFrom('ticket/1', 'ticket/2', 'ticket/3', 'area/4', 'seat/5'),
        urgency: fc.double({ min: 0, max: 1, noNaN: true }),
        kind: fc.constantFrom('fix' as const, 'stay-out' as const),
      }),
    );
    fc.assert(
      fc.property(any, (drawn) => {
        const proposals = drawn.map(card);
        const found = chooseCards(proposals, { day: DAY, earlier: [], playbook });
        for (const own of Map.groupBy(found, ({ leadId }) => leadId).values()) {
          expect(own.length).toBeLessThanOrEqual(3);
          expect(new Set(own.map(({ subject }) => subject)).size).toBe(own.length);
          expect(own.filter(({ kind }) => kind === 'stay-out').length).toBeLessThanOrEqual(1);
          expect(own.map(({ urgency }) => urgency)).toEqual(own.map(({ urgency }) => urgency).sort((a, b) => b - a));
        }
        const turned = chooseCards(proposals.toReversed(), { day: DAY, earlier: [], playbook });
        const key = ({ leadId, subject, urgency }: CardProposal) => [leadId, subject, urgency];
        expect(turned.map(key)).toEqual(found.map(key));
      }),
    );
  });

  it('leave out what was done for a week, and what was not useful for longer', () => {
    expect(chosen([card({})], [was({ state: 'done' })])).toEqual([]);
    expect(chosen([card({})], [was({ state: 'done', day: '2026-03-02' as Day })])).toEqual(['ticket/1']);
    expect(chosen([card({})], [was({ state: 'not-useful', day: '2026-03-02' as Day })])).toEqual([]);
    expect(chosen([card({ leadId: 2 as PersonId })], [was({ state: 'done' })])).toEqual(['ticket/1']);
  });

  it('come again when nobody answered, and when they have slept enough', () => {
    expect(chosen([card({})], [was({})])).toEqual(['ticket/1']);
    expect(chosen([card({})], [was({ state: 'snoozed', untilDay: '2026-03-11' as Day })])).toEqual([]);
    expect(chosen([card({})], [was({ state: 'snoozed', untilDay: DAY })])).toEqual(['ticket/1']);
  });

  it('say to stay out at most once a week, whatever the ticket', () => {
    const out = card({ rule: 'left-to-it', kind: 'stay-out', subject: 'ticket/9' });
    expect(chosen([out])).toEqual(['ticket/9']);
    expect(chosen([out], [was({ rule: 'left-to-it', subject: 'ticket/8' })])).toEqual([]);
    expect(chosen([out], [was({ rule: 'left-to-it', day: '2026-03-03' as Day, subject: 'ticket/8' })])).toEqual([
      'ticket/9',
    ]);
  });

  it('know nothing of later days, as when a clock was set back', () => {
    expect(chosen([card({})], [was({ state: 'done', day: '2026-03-12' as Day })])).toEqual(['ticket/1']);
  });
});
