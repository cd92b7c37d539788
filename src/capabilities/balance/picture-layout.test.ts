import { describe, expect, test } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { drawPicture } from '../../model/picture/draw.ts';
import type { PictureInput, PictureSeat } from '../../model/picture/types.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import { layOutPicture, levelX, needShape, type PictureLayout } from './picture-layout.ts';

const strength = (mean: number) => ({ mean, low: mean - 0.5, high: mean + 0.5, sd: 0.4, evidence: 0.7 });
const seat = (seatId: number, steps: number, technical: number, people: number) =>
  ({
    seatId,
    title: `Lead ${seatId}`,
    place: `Lead ${seatId}`,
    teamId: null,
    reportsTo: null,
    state: 'held',
    holderId: seatId,
    holderName: `Person ${seatId}`,
    steps,
    technical: strength(technical),
    people: strength(people),
    load: null,
  }) as unknown as PictureSeat;

const level = fc.double({ min: 1, max: 5, noNaN: true });
const seatsOf = (maxLength: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 4 }), level, level), { minLength: 1, maxLength })
    .map((given) => given.map(([steps, technical, people], at) => seat(at + 1, steps, technical, people)));
const widths = fc.integer({ min: 720, max: 1800 });

function layOut(seats: PictureSeat[], width: number): PictureLayout {
  const teams = seats.map(({ seatId }) => ({ teamId: seatId, name: `Team ${seatId}`, people: 5, leadSeatId: seatId }));
  const input = { firmName: 'F', technicians: 22, playbook: playbookWith(), seats, teams } as unknown as PictureInput;
  return layOutPicture(drawPicture(input, 22), input.teams, width);
}

describe('the layout of the balance picture', () => {
  test('rows stand below each other and inside their layer', () => {
    fc.assert(
      fc.property(seatsOf(12), widths, (seats, width) => {
        let end = 0;
        for (const { rows, top, bottom } of layOut(seats, width).layers) {
          expect(top).toBeGreaterThanOrEqual(end);
          for (const row of rows) {
            expect(row.top).toBeGreaterThanOrEqual(end);
            end = row.top + 56;
          }
          expect(end).toBeLessThanOrEqual(bottom);
          end = bottom;
        }
      }),
    );
  });

  test('columns never reach into each other, at any width', () => {
    fc.assert(
      fc.property(seatsOf(12), widths, (seats, width) => {
        const { columns } = layOut(seats, width);
        expect(levelX(columns, 'technical', 9)).toBeGreaterThanOrEqual(columns.nameX + columns.nameWidth + 15.9);
        expect(levelX(columns, 'people', 9)).toBeLessThanOrEqual(columns.wordsX - 15.9);
        expect(columns.unit).toBeGreaterThan(24);
      }),
    );
  });

  test('team boxes stay inside the picture and beside each other', () => {
    fc.assert(
      fc.property(seatsOf(40), widths, (seats, width) => {
        let end = 0;
        for (const team of layOut(seats, width).teams) {
          expect(team.x).toBeGreaterThanOrEqual(end);
          end = team.x + team.width;
          expect(end).toBeLessThanOrEqual(width + 0.01);
        }
      }),
    );
  });

  test('no two lines from leads to teams cross, and none runs through a row', () => {
    fc.assert(
      fc.property(seatsOf(12), widths, (seats, width) => {
        const { teams, columns, rowsBottom } = layOut(seats, width);
        const joints = teams.flatMap(({ joint }) => (joint ? [cornersOf(joint)] : []));
        for (const [at, joint] of joints.entries()) {
          expect(joint.left).toBeLessThan(columns.nameX - 6);
          expect(joint.left).toBeGreaterThanOrEqual(0);
          expect(joint.track).toBeGreaterThan(rowsBottom);
          for (const later of joints.slice(at + 1)) {
            // A later line starts lower, goes down further inside, and turns above the earlier one.
            expect(later.from).toBeGreaterThan(joint.from);
            expect(later.left).toBeGreaterThan(joint.left);
            expect(later.track).toBeLessThan(joint.track);
            expect(later.to).toBeGreaterThan(joint.to);
          }
        }
      }),
    );
  });

  test('up to twelve seats are rows, more are dots, and each known side is a dot of its own', () => {
    const many = Array.from({ length: 13 }, (_, at) => seat(at + 1, 1, 3, 4));
    expect(layOut(many.slice(1), 1200).layers[0]!.rows).toHaveLength(12);
    const [layer] = layOut(many, 1200).layers;
    expect(layer!.rows).toEqual([]);
    expect(layer!.strip!.technical).toHaveLength(13);
    expect(layer!.strip!.people).toHaveLength(13);
  });

  test('the need leans right on the way up: its outline is left-heavy near the product', () => {
    const layout = layOut([seat(1, 3, 3, 3), seat(2, 1, 3, 3)], 1200);
    const [topRight, , , bottomRight, bottomLeft, , , topLeft] = needShape(layout)
      .slice(1, -1)
      .split('L')
      .map((point) => Number(point.split(' ')[0]));
    expect(topRight!).toBeGreaterThan(bottomRight!);
    expect(topLeft!).toBeGreaterThan(bottomLeft!);
  });
});

/** The corners of a line to a team: where it starts, its way down, its track, where it ends. */
function cornersOf(joint: string) {
  const [, start, down] = /^M[\d.]+ ([\d.]+)H([\d.]+)/.exec(joint)!.map(Number);
  const [, track, to] = /Q[\d.]+ ([\d.]+) [\d.]+ [\d.]+H([\d.]+)/.exec(joint)!.map(Number);
  return { from: start!, left: down! - 4, track: track!, to: to! + 4 };
}
