type One = (text: string, values?: unknown[]) => Promise<number>;

/** What the firm plans: the main scenario with a month of its plan, what was told and a planned seat. */
export async function addPlan(one: One, seats: { open: number }): Promise<number> {
  const scenarioId = await one(
    `insert into scenario (org_id, name, is_main) values ($1, 'Our plan', true) returning scenario_id`,
  );
  await one(
    `insert into plan_month (org_id, scenario_id, month, endpoints) values ($1, $2, '2026-01-01', 500) returning org_id`,
    [scenarioId],
  );
  await one('insert into growth_firm (org_id, endpoints) values ($1, 500) returning org_id');
  await one(`insert into growth_seat (org_id, kind, seat_id) values ($1, 'next-lead', $2) returning org_id`, [
    seats.open,
  ]);
  return scenarioId;
}
