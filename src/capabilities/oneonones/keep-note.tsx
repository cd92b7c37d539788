import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../web/client.ts';
import { sealNote } from '../../web/notes-key.ts';
import { readPrivateNotes, savePrivateNote } from './contract.ts';

/** Keeps a note; `theirs`: the public key of the other, who can then open it too. */
export type Keep = UseMutationResult<unknown, Error, { text: string; theirs: string | null }>;

/** Encrypts a note in this browser, and only then hands it to the server. */
export function useKeep(pairId: number, mine: string): Keep {
  const queries = useQueryClient();
  return useMutation<unknown, Error, { text: string; theirs: string | null }>({
    mutationFn: async ({ text, theirs }) => {
      const body = await sealNote(text, pairId, theirs === null ? [mine] : [mine, theirs]);
      return call(savePrivateNote, { pairId, body, mine, theirs });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [readPrivateNotes.id] }),
  });
}
