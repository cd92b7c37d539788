import { useAccount } from './account.ts';
import { useWhereabouts } from './firm.ts';

/** Says on every page that one acts in somebody's name, and that they can see it. */
export function ActingStrip() {
  const { data } = useWhereabouts();
  const account = useAccount();
  if (!data?.you.actingBy) return null;
  return (
    <aside className="sample-strip acting-strip" aria-label="Acting for somebody">
      <p>
        <strong>You act for {account.data?.account?.name ?? 'somebody'} from the server.</strong> They can see this.
      </p>
    </aside>
  );
}
