import { type PracticeCase, practiceCase } from './practice-case.ts';

/** Conversations: saying what is the case so that the other can do something with it. */
export const CONVERSATION_CASES: readonly PracticeCase[] = [
  practiceCase(
    {
      caseId: 'conversation/outage-update',
      title: 'The update nobody wants to write',
      about: 'conversation',
      situation:
        'A law firm\'s mail has been down for two hours. You know that a certificate ran out and that your own reminder was ignored. The fix is in hand but untested. The office manager writes: "Is this going to take all day? I have partners in my doorway."',
      task: 'Write the message you send now, and the one you send an hour later when the fix has worked.',
    },
    {
      communication: [
        'Says that the team is working on it, without a time or a cause.',
        'Says what is broken, what is being done and when the next message comes.',
        'Also tells the manager what to say to the partners now, and admits plainly whose reminder was missed.',
        'Leaves the manager able to run the day: what works meanwhile, what is certain, what is not, and afterwards what will keep it from happening again.',
      ],
    },
  ),
  practiceCase(
    {
      caseId: 'conversation/first-one-to-one',
      title: 'The first 1:1 with a former peer',
      about: 'conversation',
      situation:
        'Until last week you and Dara shared a desk and the night shifts. Now you lead the desk. Dara also wanted the job and has been short with you since. Your first 1:1 is in ten minutes.',
      task: 'Write your first three sentences, and two questions you will ask before you say anything about work.',
    },
    {
      communication: [
        'Opens with the tickets, or with an apology for having got the job.',
        'Names that things have changed and asks how Dara is.',
        'Names that Dara wanted the job, says what stays as it was, and asks an open question and waits.',
        'Makes it safe to be disappointed, asks what Dara wants from a lead, and promises one small thing that can be checked next week.',
      ],
      coaching: [
        'Asks questions that can be answered by yes or no.',
        "Asks what Dara's work is like at the moment.",
        'Asks what Dara wants to become and what stands in the way.',
        "Asks so that Dara leaves with an own next step, and with it in Dara's own words.",
      ],
    },
  ),
  practiceCase(
    {
      caseId: 'conversation/late-notes',
      title: 'Good work, no notes',
      about: 'conversation',
      situation:
        'Ivo solves more hard tickets than anybody, and writes "done" in each. Twice this month a colleague had to start over at night because nothing was written down. Ivo thinks that notes are for people who have time.',
      task: 'Write how you bring it up, word for word, up to the point where Ivo first answers.',
    },
    {
      communication: [
        'Says in general that notes are important and that everyone must write them.',
        'Names the two nights and what it cost the colleague, and asks for notes.',
        'Names the two nights without judging Ivo, says that the hard tickets are seen too, and asks what makes notes hard.',
        'Agrees with Ivo on the least note that would have saved the nights, and on how both will see in two weeks whether it works.',
      ],
    },
  ),
  practiceCase(
    {
      caseId: 'conversation/no-promotion',
      title: 'Not this time',
      about: 'conversation',
      situation:
        'Mina asked to become second lead. The decision is no: she is strong with clients, and a colleague is further with planning. She has heard a rumour already and asks you in the corridor: "So it is not me?"',
      task: 'Write what you say in the corridor, and how you open the talk an hour later.',
    },
    {
      communication: [
        'Avoids the answer, or gives one that could be read either way.',
        'Says no, and that there will be other chances.',
        'Says no in the first sentence, gives the true reason, and takes time for it away from the corridor.',
        'Says no and why so that Mina could repeat both, names what she would need to show, and offers to help with it by a date.',
      ],
      fairness: [
        'Gives a reason that is not the real one.',
        'Gives the reason and says who decided.',
        'Gives what the decision was based on, and asks whether something was overlooked.',
        'Lets Mina check the reasons, and says how the decision could still be changed and by whom.',
      ],
    },
  ),
  practiceCase(
    {
      caseId: 'conversation/quiet-one',
      title: 'The one who says nothing',
      about: 'conversation',
      situation:
        'In every team meeting the same three people talk. Pia, who knows the phone system best, has said nothing for weeks. Yesterday the team decided on a phone change that she knew to be a mistake, and she said so only to you, afterwards.',
      task: 'Write what you say to Pia now, and what you change in the next meeting.',
    },
    {
      communication: [
        'Tells Pia that she should speak up more.',
        'Thanks Pia for telling you, and asks why she did not say it there.',
        'Asks what makes it hard, and changes the meeting so that everyone is heard before a decision.',
        "Opens the decision again with Pia's reason and with her consent to be named, and keeps a round in which the quiet speak first.",
      ],
      'team-building': [
        'Leaves the meeting as it is.',
        'Asks Pia for her view in the next meeting.',
        'Gives each meeting a round in which everyone speaks before anything is decided.',
        'Has the team itself agree how it decides, and looks after a month whether more voices are heard.',
      ],
    },
  ),
];
