import { dayOf, systemClock } from '../../src/base/time.ts';
import type { RolesFirm } from './roles-firm.ts';

/** Where a call is made: the firm, and rows made fresh for calls that use their subject up. */
export type Place = {
  firm: RolesFirm;
  /** A seat under Lea’s that nobody holds: she decides on it. */
  seat(): Promise<number>;
  /** A member (technician) with an account of their own. */
  member(): Promise<{ accountId: number; personId: number }>;
  /** A number no other call has. */
  number(): number;
};

type Input = object | ((place: Place) => object | Promise<object>);

/** How an operation is called when every role tries it. */
export type AccessCall = {
  /** A call that whoever the table lets in can make; about Tom where it is about a person. */
  input: Input;
  /** The same about Una, whom Lea and Tom must not reach: refused, or answered without anything of hers. */
  hidden?: Input;
  /** Answers other than success that a permitted caller may get, with why. */
  also?: { status: number | number[]; why: string };
  /** Sent as a file of this text. */
  file?: string;
};

export const tom = ({ firm }: Place) => ({ personId: firm.people.tom });

export const una = ({ firm }: Place) => ({ personId: firm.people.una });

export const unknown = (what: string) => ({
  status: 404,
  why: `there is no such ${what}: only who may ask is tried here`,
});

export const refused = (why: string) => ({ status: 403, why });

export const nobody = refused('whoever holds the server is nobody on the list of people');

/** 1:1s are for the two alone: an owner gets no further than anybody else. */
export const noPairOf = { status: [403, 404], why: 'the caller is none of the two' };

export const TODAY = dayOf(systemClock());
