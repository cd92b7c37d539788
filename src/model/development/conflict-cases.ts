import { type PracticeCase, practiceCase } from './practice-case.ts';

/** Conflicts: staying fair and calm where people want different things. */
export const CONFLICT_CASES: readonly PracticeCase[] = [
  practiceCase(
    {
      caseId: 'conflict/shouting-client',
      title: 'The client who shouts',
      about: 'conflict',
      situation:
        'A dentist shouts at your youngest technician on the phone: the x-ray software has failed for the third time, patients are waiting. You take the call over. The vendor says it is the network, and your team says it is the vendor.',
      task: 'Write your first four sentences to the dentist, and what you say to the technician afterwards.',
    },
    {
      conflict: [
        'Explains whose fault it is, or asks the dentist to calm down.',
        'Lets the dentist finish, names the damage and says what happens next.',
        'Takes the third failure as own business whoever caused it, gets the practice working first, and ends shouting at people politely.',
        'Leaves the dentist with one name and one time, has vendor and team look together, and settles how a fourth failure is prevented and who pays.',
      ],
      coaching: [
        'Tells the technician that such calls happen.',
        'Asks the technician how they are.',
        'Asks what they would like to happen in the next such call, and says when to hand one over.',
        'Also says what they did well, and gives them the choice whether to tell the dentist that it works again.',
      ],
    },
  ),
  practiceCase(
    {
      caseId: 'conflict/easy-tickets',
      title: 'Who takes the easy ones',
      about: 'conflict',
      situation:
        'Leo tells you in front of others that Sam picks the easy tickets each morning and leaves him the rest. Sam says that Leo is slow and comes late. The numbers show that Sam does take shorter tickets, and that Leo starts half an hour after everybody, as agreed for his child care.',
      task: 'Write what you say at once, in front of the others, and how you open the talk with both.',
    },
    {
      conflict: [
        'Decides who is right on the spot, or tells both to get on with it.',
        'Stops the quarrel, and talks to each of them alone before both together.',
        'Keeps what is private private, brings what each needs to the table, and has the two agree on how tickets are taken.',
        'Sees that the queue makes people quarrel, changes how it is handed out for everyone, and checks with both after two weeks.',
      ],
      fairness: [
        'Follows whoever spoke first or louder.',
        'Looks at the numbers before saying anything of them.',
        'Judges tickets by how hard they are, and stands by the agreed hours without giving their reason.',
        'Has the rule looked at by people who gain and people who lose from it before it holds.',
      ],
    },
  ),
  practiceCase(
    {
      caseId: 'conflict/sales-promise',
      title: 'Sold before it was asked',
      about: 'conflict',
      situation:
        'Sales promised a new client a migration on the weekend when your team has its only free one this month. You hear of it from the client. The head of sales says: "If your people can\'t do it, say so to the client yourself."',
      task: 'Write your answer to the head of sales, and what you tell your team before they hear it elsewhere.',
    },
    {
      conflict: [
        'Gives in, or escalates to the owner at once with a complaint.',
        'Says what the promise costs whom, and asks for another date.',
        'Looks for what sales needs (the client, not the date), offers two ways that work, and says which one the team can carry.',
        'Settles this one without a loser in front of the client, and agrees with sales on a step before the next promise.',
      ],
      communication: [
        'Tells the team that there is nothing to be done.',
        'Tells the team what happened and what is being tried.',
        'Tells the team what is certain, what is not, and by when they will know about their weekend.',
        'Asks the team what would make the weekend bearable before anything is agreed, and brings that to the table.',
      ],
    },
  ),
  practiceCase(
    {
      caseId: 'conflict/old-hand',
      title: 'The old hand and the new way',
      about: 'conflict',
      situation:
        'Rolf has run the backup routine for eleven years and refuses the new tool. Two younger colleagues have begun to go around him, and last night a restore failed because the old and the new routine collided. In the review Rolf says: "I told you so." One of the younger ones says: "You told us nothing."',
      task: 'Write how you lead the next ten minutes of the review.',
    },
    {
      conflict: [
        'Names who made the mistake, or moves on to the next point.',
        'Ends the blame, and has all three say what happened in order.',
        'Brings out what each side protects (no lost data, no dependence on one person), and gets one routine for tonight.',
        "Turns it into a plan that needs Rolf's knowledge and the new tool, with Rolf asked first, and one person who owns it by name.",
      ],
      'team-building': [
        'Leaves it to the three to sort out.',
        'Has the three agree on who does what this week.',
        'Pairs Rolf with one of the younger ones on a piece that both need.',
        'Has the team write down how it changes a routine, so that nobody goes around anybody again.',
      ],
    },
  ),
  practiceCase(
    {
      caseId: 'conflict/joke',
      title: 'It was only a joke',
      about: 'conflict',
      situation:
        'In the team chat Tarek makes a joke about how Noor speaks. Two people laugh, Noor writes nothing. An hour later Noor asks you for other shifts and gives no reason. Tarek is well liked and, you think, meant no harm.',
      task: 'Write what you do in which order today, and your first two sentences to Noor and to Tarek.',
    },
    {
      conflict: [
        'Waits whether Noor says something, or writes a rule for the chat.',
        'Asks Noor alone how she is, and tells Tarek that it was not all right.',
        'Goes to Noor first, asks what she wants to happen, names to Tarek what was said and what it does, whatever was meant.',
        'Also makes clear to the team the same day what does not happen here, without putting Noor in front, and looks again after a week whether the shifts were about this.',
      ],
      fairness: [
        'Weighs it by how well liked somebody is.',
        'Applies the same words to Tarek as to anybody else.',
        "Lets Noor choose what is made known, and doesn't move her away from the trouble that another made.",
        'Asks who else stays silent, and says openly what was done, as far as Noor agreed.',
      ],
    },
  ),
];
