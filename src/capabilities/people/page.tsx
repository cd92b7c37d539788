import { useMemo, useState } from 'react';
import { useOperation } from '../../web/client.ts';
import { HiddenNote } from '../../web/hidden-note.tsx';
import { GoButton } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { plural } from '../../web/words.ts';
import { listPeople, type PersonRow } from './contract.ts';
import { groupByTeam, isAskedFor, type Order, orderPeople, type PeopleFilter } from './order.ts';
import { PeopleRows } from './people-rows.tsx';
import { PeopleTools } from './people-tools.tsx';
import './people.css';

export { AddPeoplePage } from './add-people.tsx';

export { ProfilePage } from './profile-page.tsx';
export { QuestionsPage } from './questions-page.tsx';

const EVERYBODY: PeopleFilter = { text: '', team: '', wants: '' };

/** Everyone, both sides each, by team and then name: a list to find people in, never a ranking. */
export function PeoplePage() {
  const list = useOperation(listPeople, {});
  const people = list.data?.people;
  return (
    <Page
      title="People"
      sentence={people && people.length > 0 ? summary(people) : undefined}
      actions={
        people && people.length > 0 ? (
          <>
            {list.data?.mayAdd ? (
              <GoButton to="/people/add" quiet>
                Add people
              </GoButton>
            ) : null}
            <GoButton to="/questions">Answer the five questions</GoButton>
          </>
        ) : null
      }
    >
      {list.isPending ? <Loading lines={8} /> : null}
      {list.error ? <ErrorState error={list.error} retry={() => void list.refetch()} /> : null}
      {people?.length === 0 ? <Nobody /> : null}
      {people && people.length > 0 ? <People people={people} /> : null}
    </Page>
  );
}

function summary(people: readonly PersonRow[]): string {
  const teams = new Set(people.map((person) => person.teamId).filter((team) => team !== null)).size;
  const wanting = people.filter((person) => person.aspiration === 'wants-to-lead').length;
  const unasked = people.filter((person) => person.aspiration === 'not-asked').length;
  const where = teams > 0 ? ` in ${plural(teams, 'team')}` : '';
  // Whoever isn't shown what people want is told only how many there are.
  if (people.some((person) => person.aspiration === null))
    return `${plural(people.length, 'person', 'people')}${where}.`;
  const want =
    wanting === 0 ? 'Nobody has said that they want to lead' : `${wanting} want${wanting === 1 ? 's' : ''} to lead`;
  const rest =
    unasked === 0 ? 'everyone has been asked' : `${unasked} ${unasked === 1 ? "hasn't" : "haven't"} been asked yet`;
  return `${plural(people.length, 'person', 'people')}${where}. ${want}; ${rest}.`;
}

function Nobody() {
  return (
    <Empty
      title="Nobody is here yet"
      text="Once your people are in, each has one profile with two sides: knowing the work and leading people."
      action={<GoButton to="/people/add">Bring your people</GoButton>}
    />
  );
}

function People({ people }: { people: readonly PersonRow[] }) {
  const [filter, setFilter] = useState(EVERYBODY);
  const [order, setOrder] = useState<Order>('team');
  const shown = useMemo(
    () =>
      orderPeople(
        people.filter((person) => isAskedFor(person, filter)),
        order,
      ),
    [people, filter, order],
  );
  const groups = order === 'team' ? groupByTeam(shown) : [{ team: undefined, people: shown }];
  return (
    <div className="people-list">
      <PeopleTools
        people={people}
        filter={filter}
        onFilter={setFilter}
        order={order}
        onOrder={setOrder}
        found={shown.length}
      />
      <p className="quiet people-legend">
        {people.some((person) => person.technical !== null)
          ? 'The dot is our best estimate, the line is where it probably lies. Marks: learning, solid, strong, outstanding. '
          : null}
        {people.every((person) => person.sight === 'open')
          ? null
          : 'Numbers are shown to the person, their lead, and whoever decides about a seat that they could hold.'}
      </p>
      {shown.length === 0 ? (
        <p className="quiet">Nobody fits this. Clear a filter to see more people.</p>
      ) : (
        groups.map((group) => <PeopleRows key={group.team ?? ''} team={group.team} people={group.people} />)
      )}
      {people.some((person) => (person.technical?.tickets ?? 0) > 0) ? <HiddenNote /> : null}
    </div>
  );
}
