const PARTS = [
  { key: 'months', title: 'Work and people' },
  { key: 'plan', title: 'Plan by month' },
  { key: 'assumptions', title: 'What it rests on' },
  { key: 'policies', title: 'Ways to get a lead' },
  { key: 'scenarios', title: 'Scenarios' },
] as const;

export type PlanPartKey = (typeof PARTS)[number]['key'];

/** The part that an address names; null: none is open. */
export const partOf = (text: string | undefined): PlanPartKey | null =>
  PARTS.find(({ key }) => key === text)?.key ?? null;

type TabsProps = { part: PlanPartKey | null; onPart: (part: PlanPartKey | undefined) => void };

/** What stands behind the first view; pressed once more, it closes. */
export function PartTabs({ part, onPart }: TabsProps) {
  return (
    <nav className="part-tabs" aria-label="What stands behind it">
      {PARTS.map(({ key, title }) => (
        <button
          key={key}
          type="button"
          className={key === part ? 'part-tab part-tab-here' : 'part-tab'}
          aria-expanded={key === part}
          onClick={() => onPart(key === part ? undefined : key)}
        >
          {title}
        </button>
      ))}
    </nav>
  );
}

/** The title of a part, for its heading. */
export const titleOf = (part: PlanPartKey): string => PARTS.find(({ key }) => key === part)!.title;
