import type { Competency, Side } from '../../records/voice/types.ts';

/** The five levels in one word each, the same for every competency. */
export const LEVEL_WORDS: Record<1 | 2 | 3 | 4 | 5, string> = {
  1: 'not yet',
  2: 'learning',
  3: 'solid',
  4: 'strong',
  5: 'outstanding',
};

/** One competency as the structured assessment shows it: what it means and what a person does at each level. */
export type Anchor = {
  competency: Competency;
  side: Side;
  title: string;
  /** One sentence. */
  meaning: string;
  /** What can be seen or heard at each level, one sentence each; the same in every firm. */
  levels: Record<1 | 2 | 3 | 4 | 5, string>;
  /** Under which licence the wording may be passed on. Worded by this project. */
  licence: 'Apache-2.0';
};

type Words = [title: string, meaning: string, one: string, two: string, three: string, four: string, five: string];

const anchor = (side: Side, competency: Competency, words: Words): Anchor => ({
  competency,
  side,
  title: words[0],
  meaning: words[1],
  levels: { 1: words[2], 2: words[3], 3: words[4], 4: words[5], 5: words[6] },
  licence: 'Apache-2.0',
});

/** The behaviourally anchored levels of all thirteen competencies, technical first, in the order of the records. */
export const ANCHORS: readonly Anchor[] = [
  anchor('technical', 'resolving', [
    'Resolving',
    'Gets tickets solved in good time, compared with tickets that are as hard.',
    'Opens a ticket and waits until somebody says what to do next.',
    'Closes password resets, printers and other routine with the runbook open, and asks where it ends.',
    'Closes everyday tickets of our usual products alone, in about the time we plan for them.',
    'Closes hard tickets quickly, because they narrow down the cause before they change anything.',
    'Finds the cause that others missed, and leaves a check or a script that makes the next one short.',
  ]),
  anchor('technical', 'depth', [
    'Depth',
    'Takes a problem to its cause without handing it on.',
    'Passes a ticket on as soon as it leaves the script.',
    'Tries the known fixes and collects the logs before escalating.',
    'Carries most tickets of their own area to the end, and escalates with a note of what was tried.',
    'Takes mail flow, sign-in, backup and network faults to the cause and seldom escalates.',
    'Is where escalations end: works with the vendor as an equal and explains the cause to the team.',
  ]),
  anchor('technical', 'durability', [
    'Durability',
    'What they fix stays fixed.',
    'Closes when the symptom is gone, and the client calls again within days.',
    'Has the user test before closing when somebody reminds them.',
    'Confirms the fix with the user and notes it down, so tickets seldom come back.',
    'Mends the cause on every machine that has it, not only on the one that was reported.',
    'Sees the same ticket at several clients and makes the change that ends it for all of them.',
  ]),
  anchor('technical', 'breadth', [
    'Breadth',
    'Can be trusted with many kinds of work.',
    'Can take tickets of one kind, at one client.',
    'Takes two or three kinds of ticket, and knows which ones to leave.',
    'Covers the areas that most tickets come from, at most of our clients.',
    'Is good in areas that have little to do with each other, such as networks, cloud and line-of-business software.',
    'Can be put on any queue on any day, and learns a new product ahead of the first client who buys it.',
  ]),
  anchor('technical', 'rescue', [
    'Getting stuck work moving',
    "Moves work that is stuck, their own or a colleague's.",
    'Leaves a stuck ticket where it is until somebody asks.',
    'Says that a ticket is stuck and asks for help before the client does.',
    'Gets their own stuck tickets moving again, and helps when a colleague asks.',
    'Notices what is stuck in the queue and gets it moving, together with the person who has it.',
    'Is called in when a server is down: gets it moving, keeps calm, and the colleague can do it next time.',
  ]),
  anchor('technical', 'knowledge', [
    'Product and process',
    'Knows what we sell and how we do things, and why.',
    'Asks again for steps that are written down.',
    'Follows the procedures when they can find them.',
    'Knows our products, our priorities and our change rules, and works by them without being told.',
    'Can tell a new colleague why we do it this way, and keeps the documentation right.',
    'Improves the way we work: others adopt the procedures and standards that they write.',
  ]),
  anchor('people', 'communication', [
    'Communication',
    'Makes sure that colleagues and clients know what they need to know.',
    'Goes silent on a ticket; the client and the team have to ask.',
    'Answers when asked, often in terms that the client does not follow.',
    'Says in plain words what happens next and when, and keeps to it.',
    'Hears what is behind a question, and brings bad news early and in person.',
    'Colleagues and clients leave a difficult conversation knowing where they stand, and ask for this person by name.',
  ]),
  anchor('people', 'conflict', [
    'Conflict resolution',
    'Stays calm and fair when people are upset or at odds.',
    'Gets louder, gives in or walks away when somebody is upset.',
    'Stays polite with an angry caller, then needs somebody else to take over.',
    'Stays calm, hears both sides and agrees on a next step.',
    'Brings up a disagreement in the team before it festers, and stays fair to the person who is not there.',
    'Two people who could not work together do so again, and both would say that it was fair.',
  ]),
  anchor('people', 'coaching', [
    'Coaching and mentoring',
    'Helps others get better, and is there when something is wrong.',
    'Takes the keyboard and does it themselves.',
    'Explains the fix when asked, but not how to find it.',
    'Lets a colleague drive and asks the questions that get them there.',
    'People go to them when a week went badly, and come away with something to try.',
    'People they have mentored now do work that they could not do before, and mentor others.',
  ]),
  anchor('people', 'team-building', [
    'Team building',
    'Makes a group of technicians work as one team.',
    'Works on their own queue and knows little of what the others do.',
    'Joins in when there is a handover or a team meeting.',
    'Shares what they know, makes clean handovers and helps new colleagues settle in.',
    'Brings quiet people and other shifts in, and sees that knowledge does not stay with one person.',
    'The team covers for each other without being asked, also when this person is away.',
  ]),
  anchor('people', 'motivation', [
    'Motivation to targets',
    "Gets people behind the team's targets without pushing them over the edge.",
    "Does not know the team's targets, or runs them down.",
    'Knows the targets and looks after their own part.',
    'Can say why a target matters to the client, and keeps the team informed of where it stands.',
    'Finds out what stands in the way of a target and clears it, instead of asking for more hours.',
    'The team moves its targets by its own ideas, and speaks of them as its own.',
  ]),
  anchor('people', 'outlook', [
    'The bigger picture',
    'Sees past the queue: clients, the firm, the months to come.',
    'Sees the ticket in front of them.',
    'Knows which clients are new, large or unhappy.',
    "Weighs the client's business and our agreement with them when setting what comes first.",
    'Sees trouble or chances months ahead, such as a renewal, an old server or a growing client, and says so.',
    'Turns what the desk hears into a change in what we offer or how we are set up, with others behind it.',
  ]),
  anchor('people', 'fairness', [
    'Fairness and recognition',
    'Treats people evenly, and sees to it that good work is seen.',
    "Takes the credit for others' work, or has favourites.",
    'Is fair when reminded, and thanks people now and then.',
    'Shares out good and bad tickets evenly, and names who did the work.',
    'Notices quiet work, such as documentation and patient calls, and says so in front of others.',
    'People who lost out in a decision still say it was fair, because they were told how and why it was made.',
  ]),
];

/** The anchor of one competency. */
export function anchorOf(competency: Competency): Anchor {
  return ANCHORS.find((one) => one.competency === competency)!;
}
