import { type Decomposition, decompose, heldBackOf, logOdds, type TicketMix } from '../../model/decomposition.ts';
import { capitalise } from '../../model/words.ts';
import type { FitTerms } from '../../records/evidence/types.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { Person } from '../../records/people/types.ts';
import type { Panel, PanelPart, PanelTable } from './contract.ts';
import type { FittedPart, PartShortage } from './fitted-part.ts';
import { type MixWords, mixTable } from './mix-table.ts';
import { competencyOf, type MadeOf, PART_WORDS } from './outcome-words.ts';
import { chanceScale, type PartScale, timeScale } from './part-words.ts';
import { EIGHTY, FACTOR_WORDS, type PartSums, sayParts } from './parts-sentence.ts';
import { emptyPanel, ruleOf } from './playbook-panel.ts';
import { type PullRows, pullsSentence, pullsTable } from './pulls-table.ts';

/** Everything that a person's panel of one outcome is made from. */
export type PartFound = {
  fitted: FittedPart;
  sums: PartSums;
  mix: TicketMix;
  terms: FitTerms;
  pulls: PullRows;
  words: MixWords;
};

/** What a person's estimate of one outcome is made of, and which tickets pull it. */
export function partsPanel(
  situation: Situation,
  ref: string,
  person: Person,
  part: MadeOf,
  found: PartFound | PartShortage | null,
): Panel {
  const words = PART_WORDS[part];
  const about = {
    ...emptyPanel(ref, `${person.name}: ${words.title}`, ''),
    rules: words.rules.map((key) => ruleOf(key, situation)),
    sources: [words.basis],
    doors: [
      { ref: `competency/${person.personId}/${competencyOf(part)}`, label: 'What it says of a strength' },
      { ref: `tickets/${person.personId}`, label: 'The tickets' },
    ],
  };
  if (found === null || 'need' in found)
    return { ...about, sentence: found ? sayShortage(found) : NOT_KEPT, limits: [...words.limits] };
  const { fitted, mix, terms, sums } = found;
  const scale = part === 'minutes' ? timeScale : chanceScale(logOdds(sums.all.sum, sums.all.n));
  const held = part === 'minutes' ? heldBackOf({ ...fitted, sigma: terms.sigma }) : null;
  const made = decompose(differenceOf(part, sums), mix, terms, { value: fitted.value, heldBack: held });
  const rows = partRows(made, fitted, person, scale);
  return {
    ...about,
    sentence: sayParts(part, person, sums, made, fitted, scale),
    n: [
      { label: 'tickets', value: fitted.tickets },
      { label: 'tickets of everybody', value: mix.all },
      { label: 'people compared', value: fitted.people },
    ],
    parts: {
      title: 'What it is made of',
      left: part === 'minutes' ? 'less time' : 'fewer',
      right: part === 'minutes' ? 'more time' : 'more',
      rows,
      note: part === 'minutes' ? MULTIPLY : ODDS,
    },
    flips: pullsSentence(found.pulls, fitted, scale),
    limits: [...words.limits, ...limitsOf(made, fitted)],
    tables: [
      partsTable(rows, scale),
      mixTable(made, mix, found.words, scale),
      pullsTable(part, found.pulls, fitted, scale),
    ],
  };
}

const MULTIPLY = 'Each percentage is of what the ones before it leave, so together they multiply.';
const ODDS =
  'Each part is counted from the usual ticket here. They add up exactly as odds; said in tickets of 100 they add up nearly.';

const sayShortage = ({ have, need, of }: PartShortage) =>
  `Not enough evidence yet: ${have} of ${need} ${of}. So nothing is taken apart here.`;

const NOT_KEPT =
  'The numbers that are shown were counted before it was kept what they are made of. The next ones can be taken apart.';

/** The person's mean against everybody's, on the scale of the model. */
function differenceOf(part: MadeOf, { own, all }: PartSums): number {
  return part === 'minutes' ? own.sum / own.n - all.sum / all.n : logOdds(own.sum, own.n) - logOdds(all.sum, all.n);
}

/** Less than this, log minutes or log odds, is rounding. */
const NOTHING = 1e-6;

function partRows(made: Decomposition, fitted: FittedPart, person: Person, scale: PartScale): PanelPart[] {
  const row = (kind: PanelPart['kind'], label: string, value: number, sd: number | null = null): PanelPart => ({
    label,
    value,
    text: scale.say(value),
    low: sd === null ? null : value - EIGHTY * sd,
    high: sd === null ? null : value + EIGHTY * sd,
    kind,
  });
  const told = fitted.tau2 > 0;
  return [
    ...made.mix.map(({ factor, value }) => row('mix', capitalise(FACTOR_WORDS[factor]), value)),
    row('person', person.name, made.person, told ? fitted.sd : null),
    row('rest', told ? 'Left out as chance' : 'Not told apart from chance', made.heldBack),
    ...(Math.abs(made.since) > NOTHING ? [row('rest', 'Tickets since it was last counted', made.since)] : []),
    row('sum', 'In all', made.difference),
  ];
}

function partsTable(rows: readonly PanelPart[], scale: PartScale): PanelTable {
  return {
    title: 'The parts as a table',
    columns: [
      { key: 'part', title: 'Part' },
      { key: 'makes', title: 'Makes', numeric: true },
      { key: 'range', title: '80% interval' },
    ],
    rows: rows.map(({ label, value, low, high }) => ({
      part: label,
      makes: scale.say(value, 1),
      range: low === null || high === null ? null : scale.sayRange(low, high),
    })),
    total: rows.length,
  };
}

function limitsOf(made: Decomposition, fitted: FittedPart): string[] {
  const since = Math.abs(made.since) > NOTHING;
  return [
    ...(fitted.tau2 > 0
      ? ['What may be chance is left out of the person’s own part, the more the fewer tickets there are.']
      : []),
    ...(since ? ['Tickets have come since this was last counted; they are shown as a part of their own.'] : []),
  ];
}
