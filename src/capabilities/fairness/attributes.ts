/** Groups protected by law that the audit can compare, as the database keeps them. */
export const ATTRIBUTES = ['gender', 'age-band', 'ethnicity', 'disability', 'part-time'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** What screens call them, and what is offered to choose from; other words may be typed. */
export const ATTRIBUTE_WORDS: Record<Attribute, { title: string; offered: readonly string[] }> = {
  gender: { title: 'Gender', offered: ['woman', 'man', 'non-binary'] },
  'age-band': { title: 'Age', offered: ['under 30', '30 to 39', '40 to 49', '50 and over'] },
  ethnicity: { title: 'Ethnicity', offered: [] },
  disability: { title: 'Disability', offered: ['yes', 'no'] },
  'part-time': { title: 'Part-time', offered: ['yes', 'no'] },
};

const OTHER_WORDS: Record<string, Attribute> = {
  sex: 'gender',
  age: 'age-band',
  ageband: 'age-band',
  agegroup: 'age-band',
  race: 'ethnicity',
  ethnicgroup: 'ethnicity',
  disabled: 'disability',
  parttime: 'part-time',
};

/** Reads the name of an attribute as people write it; undefined: it is none of ours. */
export function readAttribute(text: string): Attribute | undefined {
  const plain = text.toLowerCase().replace(/[^a-z]/g, '');
  return ATTRIBUTES.find((one) => one === plain) ?? OTHER_WORDS[plain];
}

const LONGEST = 60;

/** Reads a group's name: one spelling for what is the same, `known` first. A text that begins with "Say" is why not. */
export function readGroup(text: string, known: readonly string[]): { value: string } | { reason: string } {
  const value = text.trim().replace(/\s+/g, ' ');
  if (value === '') return { reason: 'The group is missing.' };
  if (value.length > LONGEST) return { reason: `The group has more than ${LONGEST} characters.` };
  if (/^(prefer|rather|would rather) not|^(unknown|n\/?a|not given|-+)$/i.test(value))
    return { reason: 'Who doesn’t say needs no row: leave it out.' };
  return { value: known.find((one) => one.toLowerCase() === value.toLowerCase()) ?? value };
}
