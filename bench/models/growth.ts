/** How the cost of our fits grows with one thing, the others staying as they are. */
import type { TicketFactor } from '../tickets.ts';
import { runOurs } from './run-ours.ts';
import type { Growth, Row, TicketFile } from './types.ts';

const TICKETS = 100_000;

/** From the rows of the comparison, which have it already. */
export function growTickets(rows: readonly Row[]): Growth {
  const sizes = [...new Set(rows.map(({ tickets }) => tickets))];
  const of = (tickets: number, model: Row['model']) =>
    rows.find((row) => row.tickets === tickets && row.model === model)!.ours;
  return {
    by: 'tickets: 100 technicians, 500 clients',
    steps: sizes.map((tickets) => ({
      what: tickets.toLocaleString('en'),
      sums: of(tickets, 'linear').size,
      cells: of(tickets, 'joint').size,
      linear: of(tickets, 'linear').again,
      joint: of(tickets, 'joint').again,
      laplace: of(tickets, 'laplace').again,
    })),
  };
}

export function growPeople(fileOf: TicketFile): Growth {
  const steps = [50, 100, 200].map((technicians) => step(`${technicians}`, fileOf(TICKETS, { technicians })));
  return { by: 'technicians: 100,000 tickets, 500 clients', steps };
}

export function growClients(fileOf: TicketFile): Growth {
  const steps = [250, 500, 1000].map((clients) => step(`${clients}`, fileOf(TICKETS, { clients })));
  return { by: 'clients: 100,000 tickets, 100 technicians', steps };
}

function step(what: string, file: string): Growth['steps'][number] {
  const [linear, joint, laplace] = (['linear', 'joint', 'laplace'] as const).map((model) => runOurs({ model, file }));
  return {
    what,
    sums: linear!.size,
    cells: joint!.size,
    linear: linear!.again,
    joint: joint!.again,
    laplace: laplace!.again,
  };
}

/** The same tickets with more and more of their factors in the model, so that they come to more and more cells. */
export function growCells(fileOf: TicketFile, tickets: number): Growth {
  const models: TicketFactor[][] = [[], ['priority'], ['priority', 'band'], ['priority', 'category', 'band']];
  const steps = models.map((fixed) => {
    const [joint, laplace] = (['joint', 'laplace'] as const).map((model) =>
      runOurs({ model, file: fileOf(tickets), fixed }),
    );
    const what = ['technician', 'client', ...fixed].join(', ');
    return { what, cells: joint!.size, joint: joint!.again, laplace: laplace!.again };
  });
  return { by: `different cells: ${tickets.toLocaleString('en')} tickets, by the factors of the model`, steps };
}
