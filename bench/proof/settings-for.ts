import { PLAYBOOK, type PlaybookKey } from '../../src/records/playbook/definitions.ts';

/** How a firm is set through the product: playbook values, and how far its open seat is said to be (null: as found). */
export type FirmSettings = { playbook: Partial<Record<PlaybookKey, number>>; distance: number | null };

/** Both needs of a seat together, levels: the technical one is this times its weight. */
const NEEDS = 6;
const range = (key: PlaybookKey) => PLAYBOOK[key];

/**
 * Sets a firm so that its open seat weighs the sides as `weight` (technical) says, as far as the playbook's ranges allow:
 * from .2 to .77. Where a need lies beyond what its range allows next to the product, the seat is said to be two steps
 * away. Only what differs from the default is set.
 */
export function settingsFor(weight: number): FirmSettings {
  const technical = Math.min(range('demand.technical.base').high, NEEDS * weight);
  const people = Math.max(range('demand.people.base').low, NEEDS * (1 - weight));
  const technicalBase = Math.max(range('demand.technical.base').low, technical);
  const peopleBase = Math.min(range('demand.people.base').high, people);
  const far = technical < technicalBase || people > peopleBase;
  return {
    playbook: {
      'demand.technical.base': technicalBase,
      'demand.people.base': peopleBase,
      'demand.technical.per-size': 0,
      'demand.people.per-size': 0,
      ...(far && {
        'demand.technical.per-step': technicalBase - technical,
        'demand.people.per-step': people - peopleBase,
      }),
      ...(technical < range('demand.technical.low').value && { 'demand.technical.low': technical }),
      ...(people < range('demand.people.low').value && { 'demand.people.low': people }),
      ...(Math.max(technical, people) > range('demand.high').value && { 'demand.high': Math.max(technical, people) }),
    },
    distance: far ? 2 : null,
  };
}
