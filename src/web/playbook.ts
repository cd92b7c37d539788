import type { UseMutationResult } from '@tanstack/react-query';
import { type PlaybookMove, type PlaybookRow, setPlaybookValue } from '../capabilities/playbook/contract.ts';
import { useAction } from './client.ts';

/** Sets a playbook value from a page of another capability, with its reason; everything it may have moved is read again. */
export function useSetPlaybookValue(): UseMutationResult<
  PlaybookMove,
  Error,
  { key: PlaybookRow['key']; value: number; reason?: string | null | undefined }
> {
  return useAction(setPlaybookValue);
}
