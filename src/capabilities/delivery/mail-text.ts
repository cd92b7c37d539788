import type { Message } from './message.ts';

/** A message as plain text: a list of lines, then where they lead. */
export function mailText({ lines, link, foot }: Message): string {
  const list = lines.length > 1 ? lines.map((line) => `- ${line}`) : lines;
  const links = [link, foot].flatMap((one) => (one === null ? [] : [`${one.label}: ${one.href}`]));
  return `${[list.join('\n'), ...links].join('\n\n')}\n`;
}
