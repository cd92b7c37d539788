import { describe, expect, it } from 'vitest';
import { aPerson, aSeat, DAY, oneTeam, personId, seatId, teamId, views } from '../../test/support/small-firm.ts';
import type { Standing } from '../base/roles.ts';
import type { Structure } from '../records/people/types.ts';
import { playbookWith } from '../records/playbook/definitions.ts';
import { playbookVersion } from '../records/playbook/version.ts';
import { advise } from './advice.ts';
import { drawPicture } from './picture/draw.ts';
import { gatherPicture } from './picture/gather.ts';
import { sayPicture } from './picture/sentence.ts';
import { strengthsOf } from './profile.ts';
import { nameRatersFor } from './raters.ts';
import { sightOf } from './sight.ts';
import { showAdvice, shownIn } from './sight-advice.ts';
import { cutPicture } from './sight-picture.ts';
import { cutStrength } from './sight-strength.ts';
import { findSteps } from './steps.ts';

/** Sara (9) leads Pod A with three people; Omar (8) leads Pod B; both report to Ana (7), who holds the seat at the top. */
const led = [1, 2, 3].map((id) => aPerson(id, { name: `Led ${id}` }));
const sara = aPerson(9, { name: 'Sara Lind', hoursPerWeek: 38 as never, ownTicketHours: 30 as never });
const omar = aPerson(8, { name: 'Omar Said' });
const ana = aPerson(7, { name: 'Ana Diaz', work: 'other' });
const team = oneTeam([...led, sara], { state: 'held', holderId: sara.personId, reportsTo: seatId(3) });
const structure: Structure = {
  ...team,
  people: [...led, sara, omar, ana],
  teams: [...team.teams, { teamId: teamId(2), name: 'Pod B' }],
  seats: [
    ...team.seats,
    aSeat(2, {
      title: 'Lead, Pod B',
      teamId: teamId(2),
      state: 'acting',
      holderId: omar.personId,
      reportsTo: seatId(3),
    }),
    aSeat(3, { title: 'Owner', state: 'held', holderId: ana.personId }),
  ],
};
const observations = [9, 8, 7, 1].flatMap((id) => [...views(id, 'technical', 2), ...views(id, 'people', 4)]);
const playbook = playbookWith();
const input = { structure, observations, effects: null, playbook, day: DAY };
const verdicts = advise(input, { flips: false });
const verdictOf = (seat: number) => verdicts.find((one) => one.seatId === seatId(seat))!;
const look = (standing: Standing, self: number | null, visible: number[]) =>
  sightOf({ standing, personId: self === null ? null : personId(self), visible: new Set(visible), structure });

describe('how much of somebody is seen', () => {
  it('is what the database says; holders of seats are levels to owner and service manager', () => {
    const owner = look('owner', 7, [7, 8]);
    expect([7, 8, 9, 1].map((id) => owner.of(personId(id)))).toEqual(['open', 'open', 'level', 'hidden']);
    const lead = look('team-lead', 9, [9, 1, 2, 3]);
    expect([9, 1, 8].map((id) => lead.of(personId(id)))).toEqual(['open', 'open', 'hidden']);
  });

  it('is everything for whoever holds the server, and nothing for HR and a wallboard, whatever is visible', () => {
    expect(look('operator', null, []).of(personId(1))).toBe('open');
    expect(look('hr', 1, [1]).of(personId(1))).toBe('hidden');
    expect(look('wallboard', null, [1]).of(personId(1))).toBe('hidden');
  });

  it('keeps wishes from HR, who keeps the facts', () => {
    const hr = look('hr', null, []);
    expect([hr.seesFacts(personId(1)), hr.seesWish(personId(1)), hr.seesHours(personId(1))]).toEqual([
      true,
      false,
      false,
    ]);
    expect(look('technician', 1, [1]).seesWish(personId(2))).toBe(false);
  });
});

describe('advice', () => {
  it('is whole only where everyone whom it weighs is open', () => {
    expect(showAdvice(verdictOf(1), look('team-lead', 9, [9, 1, 2, 3]), false).closed).toBeNull();
    expect(showAdvice(verdictOf(1), look('team-lead', 9, [9, 1, 2]), false).verdict).toBeNull();
    expect(showAdvice(verdictOf(1), look('operator', null, []), true).closed).toBeNull();
  });

  it('says of a held seat what its holder needs, and names nobody else', () => {
    const { closed } = showAdvice(verdictOf(1), look('owner', 7, [7]), false);
    expect(closed!.needs.length).toBeGreaterThan(0);
    expect(closed!.needs.every((need) => need.personId === null)).toBe(true);
    expect(JSON.stringify(closed)).not.toMatch(/Led \d/);
    expect(closed!.sentence).toContain('Sara Lind stays.');
    expect(closed!.candidates).toBe(3);
    expect(shownIn({ verdict: null, closed: closed! })).toEqual([sara.personId]);
  });

  it('says nothing of a holder who is hidden', () => {
    const { closed } = showAdvice(verdictOf(1), look('team-lead', 8, [8]), false);
    expect(closed).toMatchObject({ holderId: null, needs: [] });
    expect(JSON.stringify(closed)).not.toContain('Sara');
  });

  it('never tells by its shape whether a second was found: the needs are the same either way', () => {
    const need = { kind: 'second', side: 'technical', text: '' } as const;
    const shown = [personId(1), null].map((second) => {
      const answer = { kind: 'keep' as const, needs: [{ ...need, personId: second, text: `Name ${second}` }] };
      return showAdvice({ ...verdictOf(1), answer }, look('owner', 7, [7]), false).closed;
    });
    expect(shown[0]).toEqual(shown[1]);
  });

  it('asks whoever decides to open it, and tells the others that somebody else does', () => {
    const say = (decides: boolean) => showAdvice(verdictOf(2), look('owner', 7, [7]), decides).closed!.short;
    expect(say(true)).toBe('Open this decision to see who could lead. The people considered are told first.');
    expect(say(false)).toContain('whoever decides');
  });
});

describe('the picture', () => {
  const full = gatherPicture('Firm', structure, verdicts, strengthsOf(input), playbook);
  const whole = new Set<number>();

  it('shows a lead their own row, and the others by role alone', () => {
    const cut = cutPicture(full, look('team-lead', 9, [9, 1, 2, 3]), { ownOnly: true, whole });
    expect(cut.seats[0]).toMatchObject({ sight: 'open', holderName: 'Sara Lind' });
    expect(cut.seats[1]).toMatchObject({
      sight: 'hidden',
      holderName: null,
      technical: null,
      load: null,
      state: 'held',
    });
    const text = JSON.stringify(cut);
    expect(text).not.toContain('Omar');
    expect(text).not.toContain('Ana');
    const rows = drawPicture(cut, 4).worstFirst.filter((row) => row.seat.sight === 'hidden');
    expect(rows.map(({ words, technical }) => [words, technical.bars])).toEqual([
      ['not shown to you', []],
      ['not shown to you', []],
    ]);
  });

  it('says only what its reader sees: a hidden seat is neither open nor fine', () => {
    const cut = cutPicture(full, look('team-lead', 8, [8]), { ownOnly: true, whole });
    const sentence = sayPicture(cut, cut.technicians);
    expect(sentence).not.toMatch(/open|has no lead|your leadership probably/);
  });

  it('shows the owner holders as levels, without telling of those below whether they could jump in', () => {
    const told = { ...full, seats: full.seats.map((seat) => ({ ...seat, nobodyToJumpIn: true })) };
    const cut = cutPicture(told, look('owner', 7, [7]), { ownOnly: false, whole });
    expect(cut.seats.map(({ sight, nobodyToJumpIn }) => [sight, nobodyToJumpIn])).toEqual([
      ['level', false],
      ['level', false],
      ['open', false],
    ]);
    expect(cut.seats[0]!.technical).toEqual(full.seats[0]!.technical);
  });
});

describe('steps from closed advice', () => {
  it('ask whoever decides to open it, and name no candidate', () => {
    const sights = look('owner', 7, [7]);
    const shown = verdicts.map((verdict) => showAdvice(verdict, sights, true));
    const steps = findSteps(shown, structure, () => false, new Set([2]));
    expect(steps.map((step) => step.action)).toContain('open-decision');
    expect(JSON.stringify(steps)).not.toMatch(/Led \d/);
    expect(findSteps(shown, structure).map((step) => step.action)).not.toContain('open-decision');
  });
});

describe('a strength', () => {
  const strength = strengthsOf(input).people.get(personId(1))!.sides.people;

  it('is cut to its level, or to nothing', () => {
    expect(cutStrength(strength, 'open')).toBe(strength);
    expect(cutStrength(strength, 'hidden')).toBeNull();
    expect(cutStrength(strength, 'level')).toMatchObject({ estimate: strength.estimate, views: 0, sources: [] });
  });
});

describe('who gave a view', () => {
  const say = (standing: Standing, self: number | null, rater: string, about: number) =>
    nameRatersFor({ standing, personId: self, actor: 'account:4', structure })(rater, personId(about));

  it('is told to nobody who has an account but in their own words', () => {
    expect(say('team-lead', 9, 'person:9', 1)).toBe('you');
    expect(say('service-manager', 7, 'person:9', 1)).toBe('their lead');
    expect(say('technician', 1, 'person:9', 1)).toBe('your lead');
    expect(say('technician', 1, 'person:2', 1)).toBe('a colleague');
    expect(say('owner', null, 'Ana Diaz', 1)).toBe('a colleague');
    expect(say('owner', null, 'account:4', 1)).toBe('you');
  });

  it('is named to whoever holds the server', () => {
    expect(say('operator', null, 'person:9', 1)).toBe('Sara Lind');
  });

  it('is counted, not listed, where several are not told', () => {
    const nameRater = nameRatersFor({ standing: 'technician', personId: 1, actor: 'account:4', structure });
    const { sources } = strengthsOf({ ...input, nameRater }).people.get(personId(1))!.sides.people;
    expect(sources).toEqual(['9 answers by 3 colleagues']);
  });
});

describe("a playbook's version", () => {
  it('is the same for the same values and another for others', () => {
    expect(playbookVersion(playbookWith())).toBe(playbookVersion(playbookWith({})));
    expect(playbookVersion(playbookWith({ 'gate.clears': 0.81 }))).not.toBe(playbookVersion(playbookWith()));
    expect(verdictOf(1).playbookVersion).toBe(playbookVersion(playbook));
  });
});
