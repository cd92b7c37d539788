import { sayRange } from '../../model/words.ts';
import type { Candidate, SideStanding, Verdict } from '../../records/verdicts/types.ts';

const WIDTH = 96;
const INDENT = '    ';
const STATUS: Record<SideStanding['status'], string> = {
  clears: 'clears the bar',
  likely: 'likely to clear the bar',
  unclear: "can't tell yet",
  'not-yet': 'not yet',
};
const WANTS: Record<Candidate['aspiration'], string> = {
  'wants-to-lead': 'wants to lead',
  'not-now': 'says not now',
  'technical-path': 'chose the technical path',
  'not-asked': 'not asked yet',
};
const ROLE: Record<NonNullable<Candidate['role']>, string> = {
  named: 'named',
  second: 'named as second',
  trial: 'named for a trial',
  grow: 'named to grow',
};
/** Candidates shown in full; a real queue can have more than a hundred people. */
const MOST_CANDIDATES = 6;
/** With more seats than this a page is too long to read, so that only the first are shown. */
const MANY_SEATS = 12;
const FIRST_SEATS = 10;

/** How a page is to look. */
export type PageLook = {
  /** Every seat, however many there are. */
  all: boolean;
  /** Makes a title stand out where the terminal can. */
  bold: (text: string) => string;
};

/** Our advice for the seats and what the data can't tell; the seats with most tickets behind them first. */
export function pageOf(verdicts: Verdict[], limits: string[], { all, bold }: PageLook): string {
  if (verdicts.length === 0)
    return 'There is no seat to advise on yet: give people with "reports to", or tickets with teams.';
  const sorted = verdicts.toSorted((a, b) => b.evidence.tickets - a.evidence.tickets);
  const shown = all || sorted.length <= MANY_SEATS ? sorted : sorted.slice(0, FIRST_SEATS);
  const rest = sorted.length - shown.length;
  const parts = shown.map((verdict) => wordsOf(verdict, bold));
  if (limits.length > 0)
    parts.unshift([bold("What this data can't tell"), ...limits.map((limit) => wrap(`- ${limit}`))].join('\n'));
  if (rest > 0)
    parts.push(
      wrap(
        `These are the ${shown.length} seats with most tickets; there ${rest === 1 ? 'is' : 'are'} ${rest} more: add --all to see every seat.`,
        '',
      ),
    );
  return parts.join('\n\n');
}

/** Our advice for one seat as plain text for a terminal. */
function wordsOf(verdict: Verdict, bold: (text: string) => string): string {
  const place =
    verdict.teamName && !verdict.title.includes(verdict.teamName)
      ? `${verdict.title}, ${verdict.teamName}`
      : verdict.title;
  const flips =
    verdict.flips.length > 0
      ? verdict.flips.map((flip) => `- ${flip.text}: ${flip.wouldSay}`)
      : [verdict.flipsNote ?? ''];
  // The advice already says the most important reasons in full.
  const reasons = verdict.reasons.filter((reason) => !verdict.sentence.includes(reason.text));
  const shown = verdict.candidates.slice(0, MOST_CANDIDATES);
  const rest = verdict.candidates.length - shown.length;
  return [
    `${bold(place)}  (${verdict.state})`,
    wrap(verdict.sentence),
    ...section('Why:', [
      ...reasons.map((reason) => wrap(`- ${reason.text}`)),
      ...(verdict.evidence.ticketsNote ? [wrap(`- ${verdict.evidence.ticketsNote}`)] : []),
    ]),
    ...section(verdict.state === 'held' ? 'Who holds it:' : 'Who could lead here:', [
      ...shown.map(candidateWords),
      ...(rest > 0 ? [wrap(`and ${rest} more ${rest === 1 ? 'person' : 'people'}, not named`)] : []),
    ]),
    ...section(
      'What would change this:',
      flips.map((flip) => wrap(flip)),
    ),
  ].join('\n');
}

const section = (title: string, lines: string[]): string[] => (lines.length > 0 ? [`  ${title}`, ...lines] : []);

/** A name and a line for each side, with the numbers below each other. */
function candidateWords(candidate: Candidate): string {
  const role = candidate.role === null ? '' : `, ${ROLE[candidate.role]}`;
  return [
    wrap(`${candidate.name}${role}; ${WANTS[candidate.aspiration]}`),
    sideWords('technical', candidate.technical),
    sideWords('people', candidate.people),
  ].join('\n');
}

function sideWords(name: string, { estimate, status, evidence }: SideStanding): string {
  const range = `${estimate.mean.toFixed(1)} (${sayRange(estimate)})`;
  const known = `evidence so far ${Math.round(evidence * 100)}%`;
  return `${INDENT}  ${name.padEnd(11)}${range.padEnd(18)}${STATUS[status].padEnd(25)}${known}`;
}

/** Breaks a line at words, indented; below the first line of a list a little more. */
function wrap(text: string, indent = INDENT): string {
  const lines: string[] = [];
  const further = text.startsWith('- ') ? `${indent}  ` : indent;
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length + word.length > WIDTH && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = further;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
}
