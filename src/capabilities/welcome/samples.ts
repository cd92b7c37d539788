import type { SampleName } from './contract.ts';

/** The sample firms, each in a sentence: the same cast on every screen. */
export const SAMPLE_STORIES: Record<SampleName, { title: string; size: string; story: string }> = {
  cove: {
    title: 'Cove IT',
    size: '5 people',
    story:
      'The owner is leaving the desk. The top closer looks like the obvious lead; somebody quieter is the better one.',
  },
  harbor: {
    title: 'Harbor',
    size: '22 people',
    story:
      'The star technician was promoted eight months ago: eleven reports and no time to listen. One pod has nobody to jump in.',
  },
  northline: {
    title: 'Northline',
    size: '45 people',
    story: 'It has outgrown its technical leads. The next lead was due a year ago, and the ticket data is untidy.',
  },
};
