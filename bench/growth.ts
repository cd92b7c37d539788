import { prepare } from '../src/model/growth/forecast.ts';
import { simulateRuns } from '../src/model/growth/simulate.ts';
import { aForecastInput } from '../test/support/growing-firm.ts';

const f = prepare(aForecastInput(70, 0, { months: 60 }));
for (const policy of ['by-fit', 'grow-early', 'top-closer', 'hire-outside'] as const)
  for (let i = 0; i < 2; i++) {
    const t = performance.now();
    const r = simulateRuns(f, policy, 0, 0, 10000);
    console.log(
      policy,
      performance.now() - t,
      r.sums.slice(-6).map((x) => x / 10000),
      r.short.reduce((a, b) => a + b) / 10000,
    );
  }
