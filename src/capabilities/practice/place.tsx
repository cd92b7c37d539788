import { useYou } from '../../web/you.tsx';

/** Where practice lies for who looks: under one's own plan; for whoever is nobody here, beside the plans. */
export function usePlace(): { base: string; back: string; backTo: string } {
  const { personId } = useYou();
  return personId === null
    ? { base: '/development/practice', back: '/development', backTo: 'All plans' }
    : { base: '/me/plan/practice', back: '/me/plan', backTo: 'My plan' };
}
