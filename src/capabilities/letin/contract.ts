import { z } from 'zod';
import { nothing, operation } from '../../platform/contract.ts';
import type { LetInItem } from './items.ts';

export type LetIn = {
  items: LetInItem[];
  /** A test mail can be sent. */
  mail: boolean;
};

export const readLetIn = operation({
  id: 'readLetIn',
  method: 'GET',
  path: '/api/let-in',
  summary: 'What is still open before the team can come in',
  who: 'firm',
  input: nothing,
}).returns<LetIn>();

export const sendTestMail = operation({
  id: 'sendTestMail',
  method: 'POST',
  path: '/api/let-in/test-mail',
  summary: 'Send a test mail to an address',
  who: 'firm',
  input: z.object({
    to: z.string().trim().toLowerCase().pipe(z.email('Give an address such as ana@example.com.').max(320)),
  }),
}).returns<{ sentTo: string }>();
