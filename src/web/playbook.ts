import type { UseMutationResult } from '@tanstack/react-query';
import {
  type PlaybookMove,
  type PlaybookRow,
  readPlaybook,
  setPlaybookValue,
} from '../capabilities/playbook/contract.ts';
import { useAction, useOperation } from './client.ts';

/** Sets a playbook value from a page of another capability, with its reason; everything it may have moved is read again. */
export function useSetPlaybookValue(): UseMutationResult<
  PlaybookMove,
  Error,
  { key: PlaybookRow['key']; value: number; reason?: string | null | undefined }
> {
  return useAction(setPlaybookValue);
}

/** Every value of the playbook that is in force, by its key; undefined while they are read. */
export function usePlaybookValues(): Record<PlaybookRow['key'], number> | undefined {
  const read = useOperation(readPlaybook, {});
  if (!read.data) return undefined;
  const values = read.data.rows.map(({ key, current }) => [key, current] as const);
  return Object.fromEntries(values) as Record<PlaybookRow['key'], number>;
}
