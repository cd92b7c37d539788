import { describe, expect, it } from 'vitest';
import { askedOf } from './address.ts';

describe('the address of an operation', () => {
  it('fills path parameters and sends the rest as query where there is no body', () => {
    const asked = askedOf({ method: 'GET', path: '/api/panel' }, { ref: 'strength/12/people', offset: 0 });
    expect(asked).toEqual({ url: '/api/panel?ref=strength%2F12%2Fpeople&offset=0', body: null });
    expect(askedOf({ method: 'DELETE', path: '/api/seats/:seatId' }, { seatId: 3 })).toEqual({
      url: '/api/seats/3',
      body: null,
    });
  });

  it('sends the rest as body where there is one, nulls included', () => {
    const asked = askedOf({ method: 'PUT', path: '/api/seats/:seatId/holder' }, { seatId: 3, personId: null });
    expect(asked).toEqual({ url: '/api/seats/3/holder', body: { personId: null } });
  });

  it('leaves what is not given out of a query', () => {
    expect(askedOf({ method: 'GET', path: '/api/questions' }, { rater: undefined }).url).toBe('/api/questions');
  });

  it('keeps a parameter inside its place in the path', () => {
    expect(askedOf({ method: 'PUT', path: '/api/playbook/:key' }, { key: '../seats' }).url).toBe(
      '/api/playbook/..%2Fseats',
    );
  });

  it('fails at once when a path parameter is missing', () => {
    expect(() => askedOf({ method: 'GET', path: '/api/seats/:seatId' }, {})).toThrow('needs seatId');
  });
});
