import type { FileOptions } from './contract.ts';

export type FileKind = FileOptions['kind'];

type KindWords = {
  /** What the file is called on screen. */
  title: string;
  /** Why one would bring it. */
  text: string;
  template: { fileName: string; text: string };
};

const lines = (...rows: string[]) => `${rows.join('\r\n')}\r\n`;

/** What each kind of file is for, with an example to fill in. */
export const KINDS: Record<FileKind, KindWords> = {
  people: {
    title: 'People',
    text: 'Who works here, in which team, reporting to whom. A list of users from Microsoft Entra works too.',
    template: {
      fileName: 'evenkeel-people.csv',
      text: lines(
        'name,email,team,title,reports to,start date,site,time zone,hours',
        'Ana Example,ana@example.com,,Owner,,2015-03-01,,,40',
        'Priya Example,priya@example.com,Service Desk,Team lead,Ana Example,2019-06-01,,,40',
        'Tom Example,tom@example.com,Service Desk,Technician,Priya Example,2022-01-10,,,38',
      ),
    },
  },
  tickets: {
    title: 'Tickets',
    text: 'An export of your ticket system. ConnectWise, Autotask, Freshdesk, Freshservice, Jira, Zammad and ServiceNow are recognised; any other list works too. Titles and texts are not read.',
    template: {
      fileName: 'evenkeel-tickets.csv',
      text: lines(
        'ticket,opened,triage difficulty,triaged,assigned,assignee,resolved,team,client,category,priority,minutes',
        '1001,2026-10-01 09:12,4,2026-10-01 09:15,2026-10-01 09:20,Priya Example,2026-10-01 10:40,Service Desk,Acme Dental,Network,3,35',
        '1002,2026-10-01 09:30,2,2026-10-01 09:34,2026-10-01 11:05,Tom Example,2026-10-02 14:05,Service Desk,Birch Law,Email,4,20',
      ),
    },
  },
  ratings: {
    title: 'Ratings',
    text: 'What people said of each other, from your own form: one level of one thing per line, 1 to 5.',
    template: {
      fileName: 'evenkeel-ratings.csv',
      text: lines(
        'person,rater,competency,level,date',
        'Priya Example,Ana Example,coaching,4,2026-10-01',
        'Priya Example,Ana Example,rescue,3,2026-10-01',
      ),
    },
  },
};

/** Reads the kind from an address; people where it says nothing that we know. */
export const kindOf = (text: string | undefined): FileKind =>
  text === 'tickets' || text === 'ratings' ? text : 'people';

/** 31,000,000 bytes → "31 MB". */
export function sizeWord(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}
