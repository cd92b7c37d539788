/** One level of standing, reached by leading people or by knowing the work: the same pay, the same say. */
export type PathLevel = {
  /** 2 to 5, as on the level scale. */
  level: 2 | 3 | 4 | 5;
  /** What somebody on the lead path does there. */
  lead: { title: string; does: string };
  /** What somebody on the technical path does there, without anybody reporting to them. */
  technical: { title: string; does: string };
};

/**
 * The technical path has as many levels as the lead path, and each stands beside its equal: who doesn't want to lead can rise
 * as far. Titles are suggestions [assumed].
 */
export const PATH_LEVELS: readonly PathLevel[] = [
  {
    level: 2,
    lead: { title: 'Lead in training', does: 'Leads a shift or a project for a time, with a lead beside.' },
    technical: { title: 'Technician', does: 'Owns one area, and shows it to others.' },
  },
  {
    level: 3,
    lead: { title: 'Team lead', does: 'Leads one team: its work, its 1:1s, who joins it.' },
    technical: { title: 'Senior technician', does: 'Is where one kind of escalation ends, and trains others in it.' },
  },
  {
    level: 4,
    lead: { title: 'Service manager', does: 'Leads leads, and answers for what several teams deliver.' },
    technical: {
      title: 'Principal engineer',
      does: 'Decides how a product is built and run, and is heard before the firm promises it.',
    },
  },
  {
    level: 5,
    lead: { title: 'Head of service', does: 'Decides with the owner where the service goes.' },
    technical: { title: 'Chief engineer', does: 'Decides with the owner where the technology goes.' },
  },
];
