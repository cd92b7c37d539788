import type { MentoringStory } from './mentoring-types.ts';

/** Cove: five people, and Mei alone knows more than half of it. */
export const COVE_MENTORING: MentoringStory = {
  wishes: [
    ['Mei Lin Chua', 1, [], 'pottery, hill walking, old radios'],
    ['Hannah Osei', 0, ['resolving', 'knowledge'], 'hill walking and baking'],
    ['Jake Morley', 0, ['coaching', 'conflict'], 'football, motorbikes'],
  ],
  pairs: [],
  levels: [
    [
      'Passwords and access',
      'signed-off',
      ['Jake Morley', 'Piotr Zielinski', 'Hannah Osei'],
      'Mei Lin Chua',
      '2026-02-02',
    ],
    ['Printers', 'signed-off', ['Jake Morley', 'Piotr Zielinski'], 'Grace Adeyemi', '2025-11-03'],
    ['Workstations', 'signed-off', ['Piotr Zielinski', 'Mei Lin Chua'], 'Grace Adeyemi', '2025-06-02'],
    ['Email', 'signed-off', ['Mei Lin Chua'], 'Grace Adeyemi', '2024-03-04'],
    ['Network', 'signed-off', ['Mei Lin Chua'], 'Grace Adeyemi', '2024-03-04'],
    ['Servers and backup', 'signed-off', ['Mei Lin Chua'], 'Grace Adeyemi', '2024-09-02'],
    ['Alder Dental', 'signed-off', ['Mei Lin Chua'], 'Grace Adeyemi', '2025-01-13'],
    ['Brightwater Lettings', 'signed-off', ['Mei Lin Chua'], 'Grace Adeyemi', '2025-01-13'],
    ['Quayside Law', 'signed-off', ['Mei Lin Chua'], 'Grace Adeyemi', '2025-01-13'],
    ['St Brannoc School', 'signed-off', ['Mei Lin Chua'], 'Grace Adeyemi', '2025-01-13'],
    ['Cobb & Daughters', 'signed-off', ['Piotr Zielinski', 'Jake Morley'], 'Mei Lin Chua', '2025-05-12'],
    ['Fennel Bakery', 'signed-off', ['Piotr Zielinski'], 'Mei Lin Chua', '2025-05-12'],
    ['Email', 'learning', ['Hannah Osei'], 'Mei Lin Chua', '2026-10-19'],
    ['Network', 'shadowing', ['Piotr Zielinski'], 'Mei Lin Chua', '2026-09-07'],
  ],
  hours: [['Mei Lin Chua', 3]],
};
