import type { FirmContext } from '../../platform/context.ts';
import { countByRule } from '../../records/cards/store.ts';
import { PLAYBOOK_KEYS } from '../../records/playbook/definitions.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import { shareInterval } from '../../science/share-interval.ts';
import type { RuleRate } from './contract.ts';

/** How often the cards of each rule were found useful: sums over the whole firm, without anybody in them. */
export async function findRuleRates(ctx: FirmContext): Promise<{ rates: RuleRate[] }> {
  const { counts, playbook } = await ctx.asEngine(async (db) => ({
    counts: await countByRule(db),
    playbook: await readPlaybook(db),
  }));
  const rates = counts.flatMap(({ rule, shown, useful, useless }): RuleRate[] => {
    const key = PLAYBOOK_KEYS.find((one) => one === `today.rule.${rule}`);
    if (key === undefined) return [];
    const answered = useful + useless;
    const { low, high } = shareInterval(useful, answered);
    const isUseless = answered >= playbook['today.useless-need'] && high < playbook['today.useless-below'];
    return [{ key, shown, useful, answered, low, high, isUseless }];
  });
  return { rates };
}
