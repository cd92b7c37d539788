import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import fc from '../../../test/support/properties.ts';
import type { Day } from '../../base/time.ts';
import { readStatementList, readStatementUnder, sha1Of, versionFor } from './statements.ts';

const TODAY = '2026-11-16' as Day;
const ID = '6690e6c9-3ef0-4ed3-8b37-7f3964730bee';
const COMPLETED = 'http://adlnet.gov/expapi/verbs/completed';
const COURSE = 'https://learn.example.com/courses/7';

/** The simplest one in the appendix of xAPI 1.0.3, changed as a test needs it. */
const statement = (more: object = {}) => ({
  id: ID,
  actor: { mbox: 'mailto:tom@example.com' },
  verb: { id: COMPLETED, display: { 'en-US': 'completed' } },
  object: { id: COURSE, definition: { name: { 'de-DE': 'Schwere Gespräche', 'en-US': 'Hard talks' } } },
  timestamp: '2026-11-03T22:30:00-05:00',
  ...more,
});
const one = (more: object = {}) => readStatementList(statement(more), TODAY)[0]!;

describe('a statement of a learning system', () => {
  it('tells who completed what on which day of their own calendar, and nothing else', () => {
    const { fingerprint, ...read } = one({ result: { completion: true, score: { scaled: 0.4 } } });
    expect(read).toEqual({
      statementId: ID,
      isNumbered: true,
      kind: 'completion',
      who: 'tom@example.com',
      what: COURSE,
      title: 'Hard talks',
      doneOn: '2026-11-03',
      mayBeCourse: true,
    });
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('comes alone, in a list, or as a store answers', () => {
    for (const body of [statement(), [statement()], { statements: [statement()], more: '' }])
      expect(readStatementList(body, TODAY).map(({ statementId }) => statementId)).toEqual([ID]);
  });

  it('names its learner in one of four ways', () => {
    const who = (actor: object) => {
      const read = one({ actor });
      return read.kind === 'completion' ? read.who : read.kind;
    };
    expect(who({ account: { homePage: 'https://learn.example.com', name: 'tom.tech' } })).toBe('tom.tech');
    expect(who({ mbox_sha1sum: sha1Of('tom@example.com').slice(5).toUpperCase() })).toBe(sha1Of('tom@example.com'));
    expect(who({ openid: 'https://id.example.com/tom' })).toBe('https://id.example.com/tom');
    expect(who({ objectType: 'Group', member: [] })).toBe('other');
    expect(() => one({ actor: {} })).toThrow(ZodError);
    expect(() => one({ actor: { mbox: 'mailto:a@b.c', openid: 'https://x.example' } })).toThrow(ZodError);
  });

  it('is a completion by its verb or its result, never against its result', () => {
    const kind = (verb: string, result?: object) => one({ verb: { id: verb }, ...(result && { result }) }).kind;
    expect(kind('http://adlnet.gov/expapi/verbs/passed')).toBe('completion');
    expect(kind('http://adlnet.gov/expapi/verbs/failed')).toBe('other');
    expect(kind('http://adlnet.gov/expapi/verbs/experienced')).toBe('other');
    expect(kind('http://adlnet.gov/expapi/verbs/experienced', { completion: true })).toBe('completion');
    expect(kind(COMPLETED, { completion: false })).toBe('other');
    expect(kind(COMPLETED, { success: false })).toBe('other');
  });

  it('of a part of a course is told apart from a course', () => {
    const of = (type: string) => one({ object: { id: COURSE, definition: { type } } });
    expect(of('http://adlnet.gov/expapi/activities/course')).toMatchObject({ mayBeCourse: true });
    expect(of('http://adlnet.gov/expapi/activities/question')).toMatchObject({ mayBeCourse: false });
  });

  it('may make another void', () => {
    const read = one({
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: ID.toUpperCase() },
    });
    expect(read).toMatchObject({ kind: 'void', voids: ID });
  });

  it('without a time is of today, and so is one from a clock that runs ahead', () => {
    expect(one({ timestamp: undefined })).toMatchObject({ doneOn: TODAY });
    expect(one({ timestamp: '2031-01-01T00:00:00Z' })).toMatchObject({ doneOn: TODAY });
  });

  it('without a number gets the same one each time, another where it says something else', () => {
    const number = (more: object) => one({ id: undefined, ...more }).statementId;
    expect(number({})).toBe(number({}));
    expect(number({})).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(number({})).not.toBe(number({ timestamp: '2026-11-04T00:00:00Z' }));
  });

  it('has the same fingerprint however its fields are ordered, and another where it says something else', () => {
    const turned = Object.fromEntries(Object.entries(statement()).toReversed());
    expect(readStatementList(turned, TODAY)[0]!.fingerprint).toBe(one().fingerprint);
    expect(one({ result: { success: true } }).fingerprint).not.toBe(one().fingerprint);
  });

  it('is refused with its place where it is none, whatever else comes', () => {
    const wrong = () => readStatementList([statement(), statement({ verb: {} })], TODAY);
    expect(wrong).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ path: [1, 'verb', 'id'] })] }));
    fc.assert(
      fc.property(fc.anything(), (body) => {
        try {
          expect(Array.isArray(readStatementList(body, TODAY))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(ZodError);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is understood in versions 1.0.x and 2.0.x, and answered in the newest of its own', () => {
    expect(['1.0', '1.0.3', '1.0.17', '2.0.0'].map(versionFor)).toEqual(['1.0.3', '1.0.3', '1.0.3', '2.0.0']);
    for (const one of [undefined, '', '0.95', '1', '1.1.0', '2.1', '10.0', '1.0.x'])
      expect(versionFor(one)).toBeUndefined();
  });

  it('is put under its own number or under none, and alone', () => {
    const { id: _, ...bare } = statement();
    const put = (body: unknown) => readStatementUnder(ID.toUpperCase(), body, TODAY);
    expect(put(bare)).toEqual(put(statement()));
    expect(put(bare).fingerprint).toBe(one().fingerprint);
    expect(() => put(statement({ id: ID.replace('6', '7') }))).toThrow('put it under its own number');
    expect(() => put([statement()])).toThrow(ZodError);
  });
});
