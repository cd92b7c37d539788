import { describe, expect, it } from 'vitest';
import { recogniseSource, requireFields } from './recognise.ts';

const HEADERS: Record<string, string> = {
  'servicenow-event-log':
    'number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_type,location,category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,assignment_group,assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at',
  'servicenow-list':
    'number,opened_at,short_description,caller_id,priority,state,category,assignment_group,assigned_to,sys_updated_on,sys_updated_by',
  freshdesk:
    'Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time,Agent interactions,Customer interactions,Tags,Survey results',
  freshservice:
    'Ticket Id,Subject,Status,Priority,Agent,Group,Created Time,Due by Time,Resolved Time,Closed Time,Survey Result',
  jira: 'Summary,Issue key,Issue id,Issue Type,Status,Priority,Assignee,Created,Resolved,Labels,Labels',
  zammad: '#,Title,State,Priority,Group,Owner,Customer,Organization,Time Units Total,Created At,Updated At,Closed At',
  connectwise:
    'TicketNbr,Board_Name,status_description,company_name,Summary,date_entered,Last_Update,Hours_Actual,resource_list,SR_Service_RecID,Date_Entered_UTC,Date_Closed_UTC',
  autotask:
    'Ticket Number,Title,Description,Account,Created,Issue Type,Sub-Issue Type,Resources,Status,Total Hours Worked,Billed Hours',
  evenkeel:
    'ticket,opened,resolved,assignee,team,client,category,priority,minutes,satisfaction,triage difficulty,status',
};

describe('recognising the source of a file', () => {
  it('knows every export by its header and finds what each ticket needs', () => {
    for (const [source, header] of Object.entries(HEADERS)) {
      const found = recogniseSource(header.split(','));
      expect(found.source.source, source).toBe(source);
      expect(found.missing, source).toEqual([]);
      for (const field of ['assignee', 'status', 'priority'] as const) {
        if (source === 'connectwise' || source === 'autotask') continue;
        expect(found.mapping[field], `${source} ${field}`).toBeDefined();
      }
    }
  });

  it('never reads what is only known at the end of an incident, nor titles and texts', () => {
    const { mapping, unused } = recogniseSource(HEADERS['servicenow-event-log']!.split(','));
    for (const column of ['resolved_by', 'resolved_at', 'closed_at', 'sys_updated_by']) {
      expect(Object.values(mapping)).not.toContain(column);
      expect(unused).toContain(column);
    }
    expect(recogniseSource(HEADERS.autotask!.split(',')).unused).toEqual(
      expect.arrayContaining(['Title', 'Description']),
    );
  });

  it('proposes likely columns of an unknown list and says what is missing', () => {
    const found = recogniseSource(['Case Number', 'Technician', 'Client', 'Hours Worked']);
    expect(found.source.source).toBe('unknown');
    expect(found.mapping).toEqual({
      ticket: 'Case Number',
      assignee: 'Technician',
      client: 'Client',
      minutes: 'Hours Worked',
    });
    expect(found.missing).toEqual(['opened']);
    expect(() => requireFields(found, ['Case Number', 'Technician'])).toThrow('No column was recognised for "Opened"');
  });

  it('follows corrections, also to none', () => {
    const header = ['Ref', 'When', 'Technician', 'Owner'];
    const found = recogniseSource(header, { ticket: 'Ref', opened: 'When', assignee: 'Owner', team: '' });
    expect(found.mapping).toEqual({ ticket: 'Ref', opened: 'When', assignee: 'Owner' });
    expect(recogniseSource(header, { assignee: '' }).mapping).toEqual({});
    expect(() => recogniseSource(header, { assignee: 'Nobody' })).toThrow('no column "Nobody"');
    expect(() => recogniseSource(header, { mood: 'Ref' })).toThrow('no field "mood"');
  });

  it('refuses a file with one column as one whose delimiter is unknown', () => {
    const columns = ['ticket#opened#assignee'];
    expect(() => requireFields(recogniseSource(columns), columns)).toThrow(
      'Only one column was found ("ticket#opened#assignee")',
    );
  });
});
