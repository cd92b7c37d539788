/** How far several views of the same people agree: mean squares of a one-way analysis of variance, people against rest. */
export type Agreement = {
  /** Mean square between people, and between the views of one person. */
  between: number;
  within: number;
  /** Their degrees of freedom. */
  betweenFreedom: number;
  withinFreedom: number;
  /** Views of a person, the mean that makes unequal numbers right. */
  views: number;
};

/**
 * The mean squares of several questions about the same people. Degrees of freedom are those of one question on average:
 * what one rater says of a person hangs together, so that more questions are no more raters. Null: no question was
 * answered by two people about somebody, and about two people or more.
 * Source: Shrout & Fleiss 1979, Psychological Bulletin 86, 420–428, case 1.
 * @param questions of each, the answers about each person
 */
export function measureAgreement(questions: readonly (readonly (readonly number[])[])[]): Agreement | null {
  const told = questions.flatMap((people) => squaresOf(people) ?? []);
  if (told.length === 0) return null;
  const sum = (of: (one: Squares) => number) => told.reduce((total, one) => total + of(one), 0);
  const [betweenFreedom, withinFreedom] = [sum((one) => one.betweenFreedom), sum((one) => one.withinFreedom)];
  const within = sum((one) => one.within) / withinFreedom;
  return {
    between: sum((one) => one.between) / betweenFreedom,
    within,
    betweenFreedom: betweenFreedom / told.length,
    withinFreedom: withinFreedom / told.length,
    views: sum((one) => one.views) / told.length,
  };
}

/** Sums of squares instead of means. */
type Squares = Agreement;

function squaresOf(people: readonly (readonly number[])[]): Squares | null {
  const groups = people.filter((views) => views.length > 0);
  const all = groups.flat();
  const betweenFreedom = groups.length - 1;
  const withinFreedom = all.length - groups.length;
  if (betweenFreedom < 1 || withinFreedom < 1) return null;
  const mean = meanOf(all);
  let between = 0;
  let within = 0;
  for (const views of groups) {
    const own = meanOf(views);
    between += views.length * (own - mean) ** 2;
    for (const view of views) within += (view - own) ** 2;
  }
  const squares = groups.reduce((sum, views) => sum + views.length ** 2, 0);
  const views = (all.length - squares / all.length) / betweenFreedom;
  return { between, within, betweenFreedom, withinFreedom, views };
}

/** Reliabilities that are weighed against each other. */
const GRID = Array.from({ length: 95 }, (_, i) => (i + 1) / 100);

/**
 * Reliability of one view, ICC(1), given how far views agree and what was expected beforehand: the mean of the posterior
 * that a normal prior N(expected, spread²) on 0 to 1 and the F distribution of between/within give. Without a spread, or
 * where no two views differ, what was expected.
 * Source: F/(1 + views·ρ/(1−ρ)) is F-distributed, as in Shrout & Fleiss 1979.
 */
export function expectReliability(agreement: Agreement | null, expected: number, spread: number): number {
  if (agreement === null || !(spread > 0) || !(agreement.within > 0)) return expected;
  const { between, within, betweenFreedom: b, withinFreedom: w, views } = agreement;
  // Answers that differ between nobody are as unlikely as the least difference that can be told.
  const ratio = Math.max(between / within, 1e-6);
  const logs = GRID.map((reliability) => {
    const x = ratio / (1 + (views * reliability) / (1 - reliability));
    const likelihood = (b / 2) * Math.log(x) - ((b + w) / 2) * Math.log(1 + (b * x) / w);
    return likelihood - (reliability - expected) ** 2 / (2 * spread ** 2);
  });
  const most = Math.max(...logs);
  const weights = logs.map((value) => Math.exp(value - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce((sum, weight, i) => sum + weight * GRID[i]!, 0) / total;
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
