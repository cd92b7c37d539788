import { sideOf } from '../../model/competency-space.ts';
import { type Strength, strengthsOf } from '../../model/profile.ts';
import type { Trust } from '../../model/trust.ts';
import { capitalise, sayRange } from '../../model/words.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { Person, PersonId } from '../../records/people/types.ts';
import type { Playbook, PlaybookKey } from '../../records/playbook/definitions.ts';
import { COMPETENCIES_OF, type Competency, type Side } from '../../records/voice/types.ts';
import { COMPETENCY_NAMES } from '../../records/voice/words.ts';
import type { Panel, PanelTable } from './contract.ts';
import { isMadeOf, PART_WORDS, partOf, type TicketPart } from './outcome-words.ts';
import type { PanelReader } from './panel-reader.ts';
import { emptyPanel, ruleOf } from './playbook-panel.ts';
import { viewsTable } from './views-table.ts';
import { withoutPart } from './without-table.ts';

const SIDES: Record<Side, string> = { technical: 'Knows the work', people: 'Leads people' };
const PRIOR_RULES: PlaybookKey[] = ['prior.mean', 'prior.sd', 'prior.correlation'];
const VIEW_RULES: PlaybookKey[] = ['rating.reliability', 'rating.reliability-spread', 'rating.halo'];

/** How views are weighed, and what was learned of it here. */
function sayTrust({ views, people, playbook }: Trust, start: Playbook): string {
  const say = (book: Playbook) => book['rating.reliability'].toFixed(2).replace(/^0/, '');
  const here = people > 0 ? `; ${say(playbook)} here, because ${views} views of ${people} people agree less` : '';
  return `Views are shrunk by how far one rater agrees with another (${say(start)}${here}); part of the error is the same in all answers of a rater.`;
}

type Known = {
  person: Person;
  sides: Record<Side, Strength>;
  competencies: Record<Competency, Strength>;
  trust: Trust;
};

function findKnown(situation: Situation, personId: PersonId, { nameRater }: PanelReader): Known | undefined {
  const person = situation.structure.people.find((one) => one.personId === personId);
  const { people, trust } = strengthsOf({ ...situation, nameRater });
  const known = people.get(personId);
  return person && known && { person, trust, sides: known.sides, competencies: known.competencies };
}

/** What stands behind one side of a person. */
export function sidePanel(
  situation: Situation,
  ref: string,
  personId: PersonId,
  side: Side,
  reader: PanelReader,
): Panel | undefined {
  const known = findKnown(situation, personId, reader);
  if (!known || !Object.hasOwn(SIDES, side)) return undefined;
  const { person } = known;
  const competencies = COMPETENCIES_OF[side];
  const title = `${person.name}: ${SIDES[side].toLowerCase()}`;
  const parts = competencies.flatMap((one) => (known.competencies[one].tickets > 0 ? (partOf(one) ?? []) : []));
  const panel = strengthPanel(situation, known, known.sides[side], {
    ref,
    title,
    parts,
    counts: side === 'technical',
  });
  const without = withoutIn(situation, personId, side, known.sides[side], reader);
  return {
    ...panel,
    flips: without.flips,
    limits: [...without.limits, ...panel.limits],
    tables: [
      competencyTable(known, competencies),
      ...without.tables,
      viewsTable(situation, personId, competencies, reader),
    ],
  };
}

function competencyTable({ person, competencies: known }: Known, competencies: readonly Competency[]): PanelTable {
  return {
    title: 'By competency',
    columns: [
      { key: 'competency', title: 'Competency' },
      { key: 'estimate', title: 'Level', numeric: true },
      { key: 'range', title: '80% interval' },
      { key: 'views', title: 'Views', numeric: true },
      { key: 'tickets', title: 'Tickets', numeric: true },
    ],
    rows: competencies.map((competency) => {
      const one = known[competency];
      return {
        competency: COMPETENCY_NAMES[competency],
        estimate: one.tooLittle ? null : one.estimate.mean.toFixed(1),
        range: one.tooLittle ?? sayRange(one.estimate),
        views: one.views,
        tickets: one.tickets,
        door: `competency/${person.personId}/${competency}`,
      };
    }),
    total: competencies.length,
  };
}

/** What stands behind one competency of a person. */
export function competencyPanel(
  situation: Situation,
  ref: string,
  personId: PersonId,
  competency: Competency,
  reader: PanelReader,
): Panel | undefined {
  const known = findKnown(situation, personId, reader);
  if (!known || !Object.hasOwn(known.competencies, competency)) return undefined;
  const { person } = known;
  const strength = known.competencies[competency];
  const part = partOf(competency);
  const title = `${person.name}: ${COMPETENCY_NAMES[competency]}`;
  const parts = part !== undefined && strength.tickets > 0 ? [part] : [];
  const panel = strengthPanel(situation, known, strength, { ref, title, parts, counts: part !== undefined });
  const side = sideOf(competency);
  const without = withoutIn(situation, personId, competency, strength, reader);
  return {
    ...panel,
    flips: without.flips,
    limits: [...without.limits, ...panel.limits],
    tables: [...without.tables, viewsTable(situation, personId, [competency], reader)],
    doors: [
      ...panel.doors,
      { ref: `strength/${personId}/${side}`, label: `The whole side: ${SIDES[side].toLowerCase()}` },
    ],
  };
}

const NONE = { flips: [], limits: [], tables: [] };

/** Where too little is known for a number, there is none without a source either. */
const withoutIn = (
  situation: Situation,
  personId: PersonId,
  part: Side | Competency,
  { tooLittle }: Strength,
  reader: PanelReader,
): ReturnType<typeof withoutPart> => (tooLittle ? NONE : withoutPart(situation, personId, part, reader));

/** `parts`: outcomes of tickets that it rests on; `counts`: tickets are counted even where there are none. */
type About = { ref: string; title: string; parts: readonly TicketPart[]; counts: boolean };

function strengthPanel(
  situation: Situation,
  { person, trust }: Known,
  strength: Strength,
  { ref, title, parts, counts }: About,
): Panel {
  const words = parts.map((part) => PART_WORDS[part]);
  const rules = [...PRIOR_RULES, ...VIEW_RULES, ...words.flatMap((one) => one.rules)];
  return {
    ...emptyPanel(ref, title, sentenceOf(person, strength)),
    estimate: strength.estimate,
    n: [
      { label: 'views', value: strength.views },
      { label: 'people who gave them', value: strength.raters },
      ...(counts || strength.tickets > 0 ? [{ label: 'tickets', value: strength.tickets }] : []),
    ],
    rules: [...new Set(rules)].map((key) => ruleOf(key, situation)),
    sources: [
      ...strength.sources.map(capitalise),
      sayTrust(trust, situation.playbook),
      ...new Set(words.map(({ basis }) => basis)),
    ],
    limits: [...new Set(words.flatMap(({ limits }) => limits))],
    doors: [
      ...parts.filter(isMadeOf).map((part) => ({
        ref: `parts/${person.personId}/${part}`,
        label: `What it is made of: ${PART_WORDS[part].title}`,
      })),
      ...(situation.ticketsClosed.has(person.personId)
        ? [{ ref: `tickets/${person.personId}`, label: 'The tickets' }]
        : []),
    ],
  };
}

function sentenceOf(person: Person, strength: Strength): string {
  if (strength.tooLittle)
    return `${capitalise(strength.tooLittle)}. Until then ${person.name} stands where everyone starts, with a wide range.`;
  const share = Math.round(strength.evidence * 100);
  return `Probably ${sayRange(strength.estimate)}, most likely ${strength.estimate.mean.toFixed(1)}. ${share}% of what could be known is known so far.`;
}
