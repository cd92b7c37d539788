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
/** Candidates shown in full; a real queue can have more than a hundred people. */
const MOST_CANDIDATES = 6;

/** Our advice for every seat and what the data can't tell; the seats with most tickets behind them first. */
export function pageOf(verdicts: Verdict[], limits: string[]): string {
  if (verdicts.length === 0)
    return 'There is no seat to advise on yet: give people with "reports to", or tickets with teams.';
  const sorted = verdicts.toSorted((a, b) => b.evidence.tickets - a.evidence.tickets);
  const told =
    limits.length > 0 ? [["What this data can't tell:", ...limits.map((limit) => wrap(`- ${limit}`))].join('\n')] : [];
  return [...told, ...sorted.map(wordsOf)].join('\n\n');
}

/** Our advice for one seat as a page of plain text for a terminal. */
function wordsOf(verdict: Verdict): string {
  const place =
    verdict.teamName && !verdict.title.includes(verdict.teamName)
      ? `${verdict.title}, ${verdict.teamName}`
      : verdict.title;
  const flips =
    verdict.flips.length > 0
      ? verdict.flips.map((flip) => `- ${flip.text}: ${flip.wouldSay}`)
      : [verdict.flipsNote ?? ''];
  const shown = verdict.candidates.slice(0, MOST_CANDIDATES);
  const rest = verdict.candidates.length - shown.length;
  return [
    `${place}  (${verdict.state})`,
    wrap(verdict.sentence),
    ...verdict.reasons.map((reason) => wrap(`· ${reason.text}`)),
    ...shown.map(candidateWords),
    ...(rest > 0 ? [wrap(`and ${rest} more people, none of them named`)] : []),
    wrap('What would change this:'),
    ...flips.map(wrap),
    ...(verdict.evidence.ticketsNote ? [wrap(verdict.evidence.ticketsNote)] : []),
  ].join('\n');
}

function candidateWords(candidate: Candidate): string {
  const side = (standing: SideStanding, name: string) =>
    `${name} ${range(standing)} (${STATUS[standing.status]}, evidence so far ${Math.round(standing.evidence * 100)}%)`;
  const role = candidate.role === null ? '' : ` [${candidate.role}]`;
  return wrap(
    `${candidate.name}${role}, ${WANTS[candidate.aspiration]}: ${side(candidate.technical, 'technical')}; ${side(candidate.people, 'people')}`,
  );
}

const range = ({ estimate }: SideStanding) =>
  `${estimate.mean.toFixed(1)} (${estimate.low.toFixed(1)} to ${estimate.high.toFixed(1)})`;

/** Breaks a line at words, indented. */
function wrap(text: string): string {
  const lines: string[] = [];
  let line = INDENT;
  for (const word of text.split(' ')) {
    if (line.length + word.length > WIDTH && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = `${INDENT}  `;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
}
