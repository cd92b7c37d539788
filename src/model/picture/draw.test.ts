import { describe, expect, it } from 'vitest';
import { aPerson, aSeat, DAY, oneTeam, personId, seatId, views } from '../../../test/support/small-firm.ts';
import { hours } from '../../base/units.ts';
import type { Person } from '../../records/people/types.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import type { Observation } from '../../records/voice/types.ts';
import { advise } from '../advice.ts';
import { strengthsOf } from '../profile.ts';
import { drawPicture } from './draw.ts';
import { gatherPicture } from './gather.ts';
import { sayPicture } from './sentence.ts';

/** A lead (1) over a team, under a seat that nobody holds. */
function pictureOf(observations: Observation[], lead: Partial<Person> = {}, team = 10) {
  const people = [aPerson(1, { name: 'Dana', ...lead }), ...Array.from({ length: team }, (_, i) => aPerson(i + 2))];
  const one = oneTeam(people, { state: 'held', holderId: personId(1), reportsTo: seatId(2) });
  const structure = { ...one, seats: [...one.seats, aSeat(2, { title: 'Service manager' })] };
  const playbook = playbookWith();
  const input = { structure, observations, effects: null, playbook, day: DAY };
  return gatherPicture('Test', structure, advise(input), strengthsOf(input), playbook);
}
const strong = [...views(1, 'technical', 5, 5), ...views(1, 'people', 5, 5)];
const rowOf = (observations: Observation[], size = 11) => {
  const picture = drawPicture(pictureOf(observations), size);
  return picture.layers.flatMap((layer) => layer.rows).find((row) => row.seat.seatId === 1)!;
};

describe('the balance picture', () => {
  it('puts the layer farthest from the product first and names it', () => {
    const { layers } = drawPicture(pictureOf(strong), 11);
    expect(layers.map((layer) => layer.name)).toEqual(['Leads the firm', 'Leads the work']);
  });

  it('survives being sent to a browser', () => {
    const input = pictureOf(strong);
    expect(drawPicture(JSON.parse(JSON.stringify(input)), 30)).toEqual(drawPicture(input, 30));
  });

  it('fades what is beyond the need and draws the interval', () => {
    const { technical } = rowOf(strong);
    expect(technical.bars.map((bar) => bar.look)).toEqual(['solid', 'beyond']);
    expect(technical.bars[0]!.to).toBeCloseTo(technical.need, 12);
    expect(technical.interval!.low).toBeLessThan(technical.mean!);
  });

  it('hatches only what is probably missing', () => {
    const { technical, gap } = rowOf(views(1, 'technical', 1.5, 5));
    expect(technical.bars.map((bar) => bar.look)).toEqual(['solid', 'missing']);
    expect(technical.missing).toBe(true);
    expect(gap).toBeGreaterThan(0.5);
  });

  it('is pale where nothing was said, without a number or an interval', () => {
    const { people } = rowOf(views(1, 'technical', 4));
    expect(people).toMatchObject({ mean: null, interval: null, missing: false });
    expect(people.bars).toEqual([{ look: 'unknown', from: 1, to: people.need }]);
  });

  it('outlines an open seat', () => {
    const [top] = drawPicture(pictureOf(strong), 11).layers;
    expect(top!.rows[0]!.people.bars).toMatchObject([{ look: 'outline', from: 1 }]);
  });

  it('moves the need towards people as the firm grows, and nothing else', () => {
    const [small, large] = [rowOf(strong, 11), rowOf(strong, 60)];
    expect(large.people.need).toBeGreaterThan(small.people.need);
    expect(large.technical.need).toBeLessThan(small.technical.need);
    expect(large.people.mean).toBe(small.people.mean);
  });

  it('says when the next lead is due where there is one', () => {
    const input = pictureOf(strong);
    expect(drawPicture({ ...input, seats: input.seats.slice(0, 1) }, 5).nextLeadAt).toBe(10);
    expect(drawPicture(input, 5).nextLeadAt).toBeNull();
  });

  it('says the hours in words', () => {
    const input = pictureOf(strong, { ownTicketHours: hours(31) });
    const rows = drawPicture(input, 11).layers.flatMap((layer) => layer.rows);
    expect(rows.find((row) => row.seat.seatId === 1)!.words).toBe('No time left to listen: 12 h needed, 3 h left');
  });
});

describe('hours in which nobody can jump in', () => {
  const weak = [...views(1, 'technical', 1.5, 5), ...views(1, 'people', 5, 5)];
  const said = (uncovered: number, atMost = false) => {
    const jumpIn = { uncovered: hours(uncovered), served: hours(50), atMost };
    const input = pictureOf(weak);
    const seats = input.seats.map((seat) => (seat.teamId === null ? seat : { ...seat, jumpIn }));
    const { layers } = drawPicture({ ...input, seats }, 11);
    const row = layers.flatMap((layer) => layer.rows).find(({ seat }) => seat.seatId === 1)!;
    return [row.words, sayPicture({ ...input, seats }, 11)];
  };

  it('stand in the place of yes or no where they are known', () => {
    expect(said(21)[0]).toContain('nobody can jump in 21 h');
    expect(said(21)[1]).toContain('Pod A has nobody to jump in 21 h a week');
    expect(said(21, true)[0]).toContain('nobody can jump in for up to 21 h');
    expect(said(50)[0]).toMatch(/nobody can jump in(;|$)/);
    expect(said(0)[0]).not.toContain('jump in');
    expect(said(0)[1]).toContain('probably needs more technical leadership than it has');
  });
});

describe('the sentence above it', () => {
  const only = (observations: Observation[], lead: Partial<Person> = {}) => {
    const input = pictureOf(observations, lead);
    return { ...input, seats: input.seats.filter((seat) => seat.holderName !== null) };
  };

  it('claims balance only where every side is probably enough', () => {
    expect(sayPicture(only(strong), 11)).toContain('probably has what this size needs');
    expect(sayPicture(only(views(1, 'technical', 5, 5)), 11)).not.toContain('probably has what this size needs');
  });

  it('says that too little is known before anybody said anything', () => {
    expect(sayPicture(only([]), 11)).toContain('Too little is known');
  });

  it('says who has nobody to jump in and whose hours are short, the hours first', () => {
    const said = sayPicture(
      only([...views(1, 'technical', 1.5, 5), ...views(1, 'people', 5, 5)], { ownTicketHours: hours(31) }),
      11,
    );
    expect(said).toBe("Pod A has outgrown its lead's hours and has nobody to jump in.");
  });

  it('says a name once only where both things are about that one place', () => {
    const input = only([...views(1, 'technical', 5, 5), ...views(1, 'people', 1.5, 5)], { ownTicketHours: hours(31) });
    expect(sayPicture(input, 11)).toBe(
      "Pod A has outgrown its lead's hours and probably needs more people leadership than it has.",
    );
    const [podA] = input.seats;
    const two = { ...input, seats: [podA!, { ...podA!, seatId: seatId(7), place: 'Pod B' }] };
    expect(sayPicture(two, 11)).toMatch(
      /^Pod A and Pod B have outgrown their leads' hours, and Pod A probably needs more people leadership than it has\./,
    );
  });

  it('says of an open seat that its team has no lead, and of one above the teams that it is open', () => {
    const held = pictureOf(strong);
    const open = {
      ...held,
      seats: held.seats.map((seat) => ({ ...seat, holderName: null, technical: null, people: null })),
    };
    expect(sayPicture(open, 11)).toMatch(/^Pod A has no lead and Service manager is open\./);
  });

  it('says what each job asks for where nobody is named for any of many', () => {
    const held = pictureOf(strong);
    const [seat] = held.seats;
    const many = { ...held, seats: [1, 2, 3].map((id) => ({ ...seat!, seatId: seatId(id), holderName: null })) };
    expect(sayPicture(many, 11)).toBe(
      'Nobody is named for any of the 3 seats yet. Each needs a technical leader with people skills.',
    );
  });

  it('says at which size where it is not today', () => {
    expect(sayPicture(only(strong), 60)).toMatch(/^With 60 technicians: /);
  });
});
