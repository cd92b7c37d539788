import { Button } from '@mantine/core';
import { CAME_OF_WORDS } from '../../model/direction/words.ts';
import { capitalise } from '../../model/words.ts';
import { CAME_OF } from '../../records/teams/types.ts';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { closeAim, type Directions, type ShownDirection } from './contract.ts';

/** Asks what came of the last aim, as long as nobody has said. */
export function CameOfPart({ team, directions }: { team: ShownDirection; directions: Directions }) {
  const close = useAction(closeAim);
  const last = team.aimsBefore[0];
  if (!last || last.cameOf !== null || !team.mayChange || last.quarter >= directions.quarter) return null;
  return (
    <div className="stack">
      <p>What came of the last aim: {last.text}</p>
      <div className="direction-acts">
        {CAME_OF.map((cameOf) => (
          <Button
            key={cameOf}
            size="xs"
            variant="default"
            loading={close.isPending && close.variables.cameOf === cameOf}
            onClick={() => close.mutate({ teamId: team.teamId, quarter: last.quarter, cameOf })}
          >
            {capitalise(CAME_OF_WORDS[cameOf])}
          </Button>
        ))}
      </div>
      {close.error ? <ErrorState error={close.error} /> : null}
    </div>
  );
}
