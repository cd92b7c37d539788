import type { DurationUnit } from './values.ts';

/** What a file of tickets can tell about a ticket. */
export type TicketField =
  | 'ticket'
  | 'opened'
  | 'resolved'
  | 'closed'
  | 'assignee'
  | 'assigned'
  | 'team'
  | 'client'
  | 'category'
  | 'priority'
  | 'minutes'
  | 'satisfaction'
  | 'triage'
  | 'triaged'
  | 'resolver'
  | 'status'
  | 'changed'
  | 'reopened'
  | 'change-number';

/** Our fields in the order in which they are shown, each with its name on screen. */
export const TICKET_FIELDS: Record<TicketField, string> = {
  ticket: 'Ticket number',
  opened: 'Opened',
  resolved: 'Resolved',
  closed: 'Closed',
  assignee: 'Assigned to',
  assigned: 'First assigned',
  team: 'Team',
  client: 'Client',
  category: 'Area',
  priority: 'Priority',
  minutes: 'Time worked',
  satisfaction: 'Client satisfaction',
  triage: 'Difficulty at triage (1 to 5)',
  triaged: 'Difficulty set at',
  resolver: 'Resolved by (where “Assigned to” is who got it first)',
  status: 'Status',
  changed: 'Time of the change',
  reopened: 'Times reopened',
  'change-number': 'Number of the change',
};

/** Fields that hold a date. */
export const TICKET_DATES: readonly TicketField[] = ['opened', 'resolved', 'closed', 'assigned', 'triaged', 'changed'];

/** log: one row a change of a ticket; list: one row a ticket. */
export type TicketShape = 'log' | 'list';

/** One kind of export, known by its header. */
export type TicketSource = {
  source: string;
  title: string;
  /** The system that the ticket numbers belong to, so that two exports of one system meet. */
  system: string;
  shape: TicketShape;
  /** Columns that must all be there, letter by letter: some exports differ only in capitals. */
  signature: readonly string[];
  /** Names of the columns for each of our fields, the first that is there counts; compared without case and signs. */
  columns: Partial<Record<TicketField, readonly string[]>>;
  required: readonly TicketField[];
  /** The unit of `minutes` where it is written as a plain number. */
  unit: DurationUnit;
  /** What stands for "nothing" beside an empty field. */
  nothing?: string;
  /** Rows may be wider than the header without being broken. */
  wide?: boolean;
};

const LIST = ['ticket', 'opened'] as const;

/** Every export that is known by its header; the first whose signature fits best counts. */
export const TICKET_SOURCES: readonly TicketSource[] = [
  {
    source: 'servicenow-event-log',
    title: 'ServiceNow event log',
    system: 'servicenow',
    shape: 'log',
    signature: ['number', 'incident_state', 'sys_updated_at', 'assigned_to', 'assignment_group'],
    // Never resolved_by, resolved_at or closed_at: on every row they carry what was known only at the end.
    columns: {
      ticket: ['number'],
      status: ['incident_state'],
      changed: ['sys_updated_at'],
      opened: ['opened_at'],
      assignee: ['assigned_to'],
      team: ['assignment_group'],
      client: ['company', 'location'],
      category: ['category'],
      priority: ['priority'],
      reopened: ['reopen_count'],
      'change-number': ['sys_mod_count'],
    },
    required: ['ticket', 'status', 'changed'],
    unit: 'minutes',
    nothing: '?',
  },
  {
    source: 'servicenow-list',
    title: 'ServiceNow list',
    system: 'servicenow',
    shape: 'list',
    signature: ['number', 'opened_at'],
    columns: {
      ticket: ['number'],
      opened: ['opened_at'],
      resolved: ['resolved_at', 'closed_at'],
      assignee: ['assigned_to'],
      team: ['assignment_group'],
      client: ['company', 'location'],
      category: ['category'],
      priority: ['priority'],
      status: ['state', 'incident_state'],
      reopened: ['reopen_count'],
      minutes: ['time_worked'],
    },
    required: LIST,
    unit: 'minutes',
    nothing: '?',
  },
  {
    source: 'freshdesk',
    title: 'Freshdesk',
    system: 'freshdesk',
    shape: 'list',
    signature: ['Ticket ID', 'Agent', 'Group', 'Created time'],
    columns: {
      ticket: ['Ticket ID'],
      opened: ['Created time'],
      resolved: ['Resolved time'],
      closed: ['Closed time'],
      assignee: ['Agent'],
      team: ['Group'],
      client: ['Company Name', 'Company'],
      category: ['Type', 'Category', 'Product'],
      priority: ['Priority'],
      status: ['Status'],
      minutes: ['Time tracked', 'Total time spent'],
      satisfaction: ['Survey results', 'Survey result'],
    },
    required: LIST,
    unit: 'hours',
    nothing: 'No Agent',
  },
  {
    source: 'freshservice',
    title: 'Freshservice',
    system: 'freshservice',
    shape: 'list',
    signature: ['Ticket Id', 'Created Time'],
    columns: {
      ticket: ['Ticket Id'],
      opened: ['Created Time'],
      resolved: ['Resolved Time'],
      closed: ['Closed Time'],
      assignee: ['Agent', 'Agent Name'],
      team: ['Group', 'Group Name'],
      client: ['Company', 'Department', 'Department Name'],
      category: ['Category', 'Type'],
      priority: ['Priority'],
      status: ['Status'],
      minutes: ['Time Tracked', 'Total Time Spent'],
      satisfaction: ['Survey Result'],
    },
    required: LIST,
    unit: 'hours',
    nothing: 'No Agent',
  },
  {
    source: 'jira',
    title: 'Jira',
    system: 'jira',
    shape: 'list',
    signature: ['Issue key', 'Issue id'],
    columns: {
      ticket: ['Issue key'],
      opened: ['Created'],
      resolved: ['Resolved'],
      assignee: ['Assignee'],
      team: ['Custom field (Team)', 'Team', 'Project name'],
      client: ['Custom field (Organizations)', 'Organizations', 'Organization'],
      category: ['Component/s', 'Components', 'Custom field (Request Type)', 'Issue Type'],
      priority: ['Priority'],
      status: ['Status'],
      minutes: ['Time Spent'],
      satisfaction: ['Satisfaction rating', 'Custom field (Satisfaction)'],
    },
    required: LIST,
    unit: 'minutes',
    wide: true,
  },
  {
    source: 'zammad',
    title: 'Zammad',
    system: 'zammad',
    shape: 'list',
    signature: ['#', 'Title', 'State', 'Created At'],
    columns: {
      ticket: ['#'],
      opened: ['Created At'],
      closed: ['Closed At', 'Close at'],
      assignee: ['Owner'],
      team: ['Group'],
      client: ['Organization'],
      category: ['Category', 'Tags'],
      priority: ['Priority'],
      status: ['State'],
      minutes: ['Time Units Total'],
    },
    required: LIST,
    unit: 'minutes',
    nothing: '-',
  },
  {
    source: 'connectwise',
    title: 'ConnectWise report view',
    system: 'connectwise',
    shape: 'list',
    signature: ['TicketNbr', 'date_entered'],
    columns: {
      ticket: ['TicketNbr', 'SR_Service_RecID'],
      opened: ['Date_Entered_UTC', 'date_entered'],
      resolved: ['Date_Resolved_UTC'],
      closed: ['Date_Closed_UTC', 'date_closed'],
      assignee: ['resource_list', 'ticket_owner'],
      team: ['Board_Name', 'team_name'],
      client: ['company_name'],
      category: ['ServiceType', 'service_type', 'type_description'],
      priority: ['Urgency', 'priority_description', 'priority'],
      status: ['status_description'],
      minutes: ['Hours_Actual'],
    },
    required: LIST,
    unit: 'hours',
  },
  {
    source: 'autotask',
    title: 'Autotask',
    system: 'autotask',
    shape: 'list',
    signature: ['Ticket Number', 'Created'],
    columns: {
      ticket: ['Ticket Number'],
      opened: ['Created', 'Create Date'],
      resolved: ['Resolved Date', 'Resolved'],
      closed: ['Complete Date', 'Completed', 'Completed Date'],
      assignee: ['Primary Resource', 'Resources', 'Resource'],
      team: ['Queue'],
      client: ['Account', 'Organization', 'Company'],
      category: ['Issue Type', 'Sub-Issue Type'],
      priority: ['Priority'],
      status: ['Status'],
      minutes: ['Total Hours Worked'],
    },
    required: LIST,
    unit: 'hours',
  },
  {
    source: 'evenkeel',
    title: "Evenkeel's own template",
    system: 'file',
    shape: 'list',
    signature: ['ticket', 'opened'],
    columns: {
      ticket: ['ticket'],
      opened: ['opened'],
      resolved: ['resolved'],
      assignee: ['assignee'],
      assigned: ['assigned'],
      team: ['team'],
      client: ['client'],
      category: ['category'],
      priority: ['priority'],
      minutes: ['minutes'],
      satisfaction: ['satisfaction'],
      triage: ['triage difficulty'],
      triaged: ['triaged'],
      // Only here: the assignee of this template is the first one, so that whoever else resolved it helped.
      resolver: ['resolved by'],
      status: ['status'],
      reopened: ['reopened'],
    },
    required: LIST,
    unit: 'minutes',
  },
];

/** Any other list: likely names are proposed, the user says what is missing. */
export const UNKNOWN_SOURCE: TicketSource = {
  source: 'unknown',
  title: 'Another list of tickets',
  system: 'file',
  shape: 'list',
  signature: [],
  columns: {
    ticket: ['ticket', 'ticket number', 'ticket id', 'ticket no', 'ticket#', 'number', 'case number', 'id', 'key'],
    opened: [
      'opened',
      'opened at',
      'created',
      'created at',
      'created on',
      'create date',
      'date created',
      'date opened',
      'creation date',
      'date entered',
      'date occurred',
    ],
    resolved: ['resolved', 'resolved at', 'date resolved', 'resolution date', 'solved at', 'solved'],
    closed: ['closed', 'closed at', 'date closed', 'completed', 'completed at', 'complete date'],
    assignee: ['assignee', 'assigned to', 'agent', 'technician', 'owner', 'resource', 'engineer', 'tech'],
    assigned: ['assigned', 'assigned at', 'first assigned'],
    team: ['team', 'group', 'queue', 'board', 'assignment group'],
    client: ['client', 'company', 'account', 'customer', 'organization', 'organisation', 'site'],
    category: ['category', 'area', 'type', 'issue type', 'ticket type'],
    priority: ['priority', 'urgency'],
    minutes: [
      'minutes',
      'minutes worked',
      'time spent',
      'time worked',
      'hours',
      'hours worked',
      'actual hours',
      'total hours worked',
      'time taken',
    ],
    satisfaction: ['satisfaction', 'csat', 'rating', 'survey result'],
    triage: ['triage difficulty', 'difficulty'],
    triaged: ['triaged', 'difficulty set at', 'triaged at'],
    status: ['status', 'state'],
    reopened: ['reopened', 'reopen count'],
  },
  required: LIST,
  unit: 'minutes',
  nothing: '-',
};
