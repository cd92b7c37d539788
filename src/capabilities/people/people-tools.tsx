import { NativeSelect, TextInput } from '@mantine/core';
import type { Aspiration } from '../../records/people/types.ts';
import { ASPIRATION_WORDS, plural } from '../../web/words.ts';
import type { PersonRow } from './contract.ts';
import { ORDERS, type Order, type PeopleFilter } from './order.ts';

type ToolsProps = {
  people: readonly PersonRow[];
  filter: PeopleFilter;
  onFilter: (filter: PeopleFilter) => void;
  order: Order;
  onOrder: (order: Order) => void;
  found: number;
};

/** Find, narrow and order the list of people. */
export function PeopleTools({ people, filter, onFilter, order, onOrder, found }: ToolsProps) {
  const teams = [...new Set(people.map((person) => person.teamName).filter((team) => team !== null))].sort();
  const wishes = Object.entries(ASPIRATION_WORDS).map(([value, label]) => ({ value, label }));
  const seesWishes = people.some((person) => person.aspiration !== null);
  const seesNumbers = people.some((person) => person.technical !== null);
  const orders = Object.entries(ORDERS).filter(
    ([order]) => (order !== 'wants' || seesWishes) && (order !== 'evidence' || seesNumbers),
  );
  const isNarrowed = filter.text !== '' || filter.team !== '' || filter.wants !== '';
  return (
    <search className="people-tools">
      <TextInput
        type="search"
        label="Find"
        placeholder="Name, seat or job"
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
      />
      <NativeSelect
        label="Team"
        data={[{ value: '', label: 'every team' }, ...teams.map((team) => ({ value: team, label: team }))]}
        value={filter.team}
        onChange={(event) => onFilter({ ...filter, team: event.currentTarget.value })}
      />
      {seesWishes ? (
        <NativeSelect
          label="Wants"
          data={[{ value: '', label: 'anything' }, ...wishes]}
          value={filter.wants}
          onChange={(event) => onFilter({ ...filter, wants: event.currentTarget.value as Aspiration | '' })}
        />
      ) : null}
      <NativeSelect
        label="Order"
        data={orders.map(([value, label]) => ({ value, label }))}
        value={order}
        onChange={(event) => onOrder(event.currentTarget.value as Order)}
      />
      <p className="people-found quiet" role="status">
        {isNarrowed ? `${plural(found, 'person', 'people')} of ${people.length}` : ''}
      </p>
    </search>
  );
}
