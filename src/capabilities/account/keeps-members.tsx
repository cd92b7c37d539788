import { useYou } from '../../web/you.tsx';

/** Whether one invites and changes members here; others who open the page only read it (src/access.ts). */
export function useKeepsMembers(): boolean {
  const { standing } = useYou();
  return standing === 'owner' || standing === 'operator';
}
