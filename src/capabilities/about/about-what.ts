import { HOLDINGS, holdingOf } from './catalogue.ts';
import { columnOf } from './holding.ts';
import { COMPETENCY_WORDS } from './words.ts';

const SIDES: Record<string, string> = { technical: 'Knows the work', people: 'Leads people' };

/** What a remark is about. */
export type AboutWhat = {
  /** In words. */
  title: string;
  /** What the side panel opens on; null: it has none. */
  door: string | null;
  /** Whose number it names; null: it names nobody's. */
  personId: number | null;
  ticketId: number | null;
};

/** Reads what a remark is about; undefined: nothing that is held here. */
export function readAbout(about: string): AboutWhat | undefined {
  const [kind = '', part = '', last = ''] = about.split('/');
  const number = /^\d{1,15}$/.test(part) ? Number(part) : null;
  const own = { door: about, personId: number, ticketId: null };
  if (number !== null) {
    if (kind === 'strength' && Object.hasOwn(SIDES, last)) return { ...own, title: SIDES[last]! };
    if (kind === 'competency' && Object.hasOwn(COMPETENCY_WORDS, last))
      return { ...own, title: COMPETENCY_WORDS[last as keyof typeof COMPETENCY_WORDS] };
    if (kind === 'tickets' && last === '') return { ...own, title: 'Tickets' };
    if (kind === 'ticket' && last === '') return { title: 'One ticket', door: about, personId: null, ticketId: number };
    return undefined;
  }
  const field = { door: null, personId: null, ticketId: null };
  if (part === '') {
    const holding = holdingOf(kind);
    return holding && { ...field, title: holding.title };
  }
  const holding = HOLDINGS.find((one) => one.about === `${kind}/{column}`);
  if (holding === undefined || last !== '' || !Object.hasOwn(holding.columns, part)) return undefined;
  return { ...field, title: columnOf(holding, part).label };
}
