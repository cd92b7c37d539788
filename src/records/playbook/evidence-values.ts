import { assumed, define, seen } from './define.ts';

const PROFILE = ['profiles', 'our advice', 'the balance picture'] as const;

/** What people say: priors and reliabilities. */
export const EVIDENCE_VALUES = {
  'prior.mean': define(
    'evidence',
    'Where everyone starts',
    3,
    'level',
    [2, 4],
    'Before any evidence a person counts as solid.',
    assumed(),
    PROFILE,
  ),
  'prior.sd': define(
    'evidence',
    'How far people differ',
    1,
    'levels (SD)',
    [0.5, 1.5],
    'How far people are expected to differ on one competency.',
    assumed(),
    PROFILE,
  ),
  'prior.correlation': define(
    'evidence',
    'How competencies of a side hang together',
    0.6,
    'correlation',
    [0, 0.9],
    'Strong in one thing is usually strong in others of the same side.',
    seen(
      'Viswesvaran, Schmidt & Ones 2005: freed of error, one general factor makes 60% of how people differ across parts of a job. That it holds within each side is ours.',
    ),
    PROFILE,
  ),
  'rating.reliability': define(
    'evidence',
    'How far one view can be trusted',
    0.52,
    'reliability',
    [0.2, 0.9],
    'The share of a single rating that another rater would repeat, before your own views tell how far they agree.',
    seen('One supervisor: .52; .45 in administrative use, .61 in research use (meta-analyses of supervisor ratings).'),
    PROFILE,
  ),
  'rating.reliability-spread': define(
    'evidence',
    'How soon disagreement lowers the trust in a view',
    0.2,
    'reliability (SD)',
    [0, 0.4],
    'Where several people spoke of the same colleagues and agree less than that, one view counts for less, the sooner the larger this is. Agreeing more counts for nothing: colleagues talk. At 0 nothing is learned.',
    assumed(
      'Studies find .2 (Scullen, Mount & Goff 2000: 21 to 25% of a rating is the person rated) to .61 (supervisors, for research).',
    ),
    PROFILE,
  ),
  'rating.halo': define(
    'evidence',
    'How much one view repeats itself',
    0.5,
    'share',
    [0, 0.9],
    "The part of a rater's error that all their answers about a person share.",
    assumed(
      "Scullen, Mount & Goff 2000: 53 to 62% of rating variance is the rater's own. The share per answer is ours.",
    ),
    PROFILE,
  ),
};
