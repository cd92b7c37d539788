import { type Month, monthOf } from '../../base/month.ts';
import type { Day } from '../../base/time.ts';
import type { Planning } from './planning.ts';
import { believeTurnover, turnoverAt } from './turnover.ts';

/** A number of the firm with where it comes from; counted: from people and seats; told: typed here. */
export type Fact<T> = { value: T; basis: 'told' | 'counted' | 'not-known'; source: string };

/** The firm as it is now: what looking ahead starts from. */
export type FirmNow = {
  day: Day;
  /** When the firm began. */
  founded: Fact<Month>;
  /** Null: not known; the work is then taken to be what fills the desk today. */
  endpoints: Fact<number | null>;
  coordinators: Fact<number>;
  /** Service managers who aren't the owner. */
  managers: Fact<number>;
  technicians: number;
  leads: number;
  others: number;
  teams: number;
  /** Leavers a year and person: seen so far, and what is believed of it; shares like .12. Of 10, 50 and 90 futures in 100. */
  turnover: { leavers: number; personYears: number; low: number; middle: number; high: number; source: string };
  /** How many left in so many years, as told; null: counted from the list of people. */
  left: { leavers: number; years: number } | null;
};

/** The firm as looking ahead starts from it, each number with where it comes from. */
export function showFirm({ firm, facts, counted, situation }: Planning): FirmNow {
  const { leavers, personYears } = firm.leavers;
  const belief = believeTurnover(firm.leavers, situation.playbook);
  const at = (p: number) => turnoverAt(belief, p);
  const told = (known: boolean) => (known ? 'told' : 'counted');
  return {
    day: situation.structure.day,
    founded: facts.founded
      ? { value: monthOf(facts.founded), basis: 'told', source: 'as told' }
      : counted.founded
        ? { value: counted.founded, basis: 'counted', source: 'the earliest first day on the list of people' }
        : { value: firm.now, basis: 'not-known', source: 'nobody on the list of people has a first day' },
    endpoints:
      facts.endpoints === null
        ? { value: null, basis: 'not-known', source: 'the work is taken to be what fills the desk today' }
        : { value: facts.endpoints, basis: 'told', source: 'as told' },
    coordinators: {
      value: firm.coordinators,
      basis: told(facts.coordinators !== null),
      source: facts.coordinators === null ? 'people whose work is to hand out tickets' : 'as told',
    },
    managers: {
      value: firm.managers,
      basis: told(facts.managers !== null),
      source: facts.managers === null ? 'people who lead leads, without whoever holds the top seat' : 'as told',
    },
    technicians: firm.technicians.length,
    leads: firm.leads.length,
    others: firm.others,
    teams: firm.teams,
    turnover: {
      leavers,
      personYears: Math.round(10 * personYears) / 10,
      ...{ low: at(0.1), middle: at(0.5), high: at(0.9) },
      source: sayTurnover(leavers, personYears, facts.left !== null),
    },
    left: facts.left,
  };
}

function sayTurnover(leavers: number, personYears: number, told: boolean): string {
  const years = personYears < 10 ? personYears.toFixed(1) : Math.round(personYears);
  const seen = `${leavers === 1 ? '1 person' : `${leavers} people`} left in ${years} person-years`;
  if (personYears === 0) return 'nothing seen here yet, so what is usual elsewhere stands, widely';
  return `${seen}${told ? ', as told' : ', from the list of people'}; the rest is what is usual elsewhere`;
}
