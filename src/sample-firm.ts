import { systemClock } from './base/time.ts';
import { refit } from './capabilities/evidence/refit.actions.ts';
import { addFirm, SAMPLE_FIRMS } from './capabilities/welcome/actions.ts';
import type { SampleName } from './capabilities/welcome/contract.ts';
import { fillWithSample } from './capabilities/welcome/sample.actions.ts';
import type { Install } from './install.ts';
import { STORY_DAY } from './model/world/cast.ts';
import { SERVER_HOLDER } from './platform/sign-in/actions.ts';
import type { ReviewedFirm } from './review-firms.ts';

/** Makes a sample firm in an install of its own, as Welcome does. */
export async function makeSampleFirm(
  { database, secrets }: Pick<Install, 'database' | 'secrets'>,
  sample: SampleName,
): Promise<ReviewedFirm> {
  const name = SAMPLE_FIRMS[sample];
  const context = { database, secrets, actor: SERVER_HOLDER, now: systemClock, log: () => undefined };
  const orgId = await addFirm(context, { name, sample, storyDay: STORY_DAY }, async (inside) => {
    await fillWithSample(inside, sample);
    await refit(inside);
  });
  return { orgId, name };
}
