import { dayOf } from '../../base/time.ts';
import { type HelpNetwork, readNetwork } from '../../model/help.ts';
import { findInPicture, measurePicture } from '../../model/help-measures.ts';
import { blurNetwork } from '../../model/help-picture.ts';
import { type Sights, sightOf } from '../../model/sight.ts';
import { cutHelp, type ShownHelp } from '../../model/sight-help.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readVisible } from '../../platform/db/standing.ts';
import { readTerms } from '../../records/evidence/fit.store.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readHelpFacts } from '../../records/help/store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { PersonId, Structure } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import type { Help, OwnHelp } from './contract.ts';

/** Who helps whom out: people who are open to the reader, everybody else within their team; who is isolated is told to them alone. */
export async function findHelp(ctx: FirmContext): Promise<Help> {
  const { facts, structure, terms, playbook } = await ctx.asEngine(async (db) => {
    const playbook = await readPlaybook(db);
    return {
      playbook,
      facts: await readHelpFacts(db, playbook['help.months']),
      structure: await readStructure(db, await firmDay(db, ctx.now())),
      terms: await readTerms(db, 'kept', { others: ctx.now() }),
    };
  });
  const network = readNetwork(facts, structure, terms, playbook);
  const [have, need, months] = [network.tickets, playbook['tickets.need'], playbook['help.months']];
  const self = ctx.personId as PersonId | null;
  if (facts.until === null || have === 0)
    return { status: 'nothing-known', hasTickets: facts.hasTickets, months, you: null };
  if (have < need) return { status: 'not-enough-evidence', have, need, months, you: null };
  const visible = await readVisible(ctx.db);
  const sights = sightOf({ standing: ctx.standing, personId: self, visible, structure });
  const shown = showTo(sights, network, playbook);
  for (const { personId } of shown.nodes) if (personId !== null) ctx.concerns.people.add(personId);
  const you = ownOf(network, self);
  return { status: 'drawn', months, you, until: dayOf(facts.until), ...namesIn(shown, structure), ...shown };
}

function showTo(sights: Sights, network: HelpNetwork, playbook: Playbook): ShownHelp {
  const picture = blurNetwork(network, playbook['tickets.need']);
  const measures = measurePicture(picture);
  const findings = findInPicture(picture, measures, network, playbook['help.bottleneck-share']);
  const own = new Map(network.people.map((person) => [person.personId, person.own]));
  return cutHelp(picture, measures, findings, own, sights);
}

function ownOf({ people }: HelpNetwork, self: PersonId | null): OwnHelp | null {
  const person = people.find(({ personId }) => personId === self);
  if (!person) return null;
  const { own, given, received, between, isolated, alone } = person;
  return { own, given, received, between, isolated, alone };
}

function namesIn({ nodes, teams }: ShownHelp, structure: Structure) {
  const people = new Set(nodes.map(({ personId }) => personId));
  const drawn = new Set(teams.map(({ teamId }) => teamId));
  return {
    names: structure.people
      .filter(({ personId }) => people.has(personId))
      .map(({ personId, name }) => ({ personId, name })),
    teamNames: structure.teams.filter(({ teamId }) => drawn.has(teamId)),
  };
}
