import type { Link, Message } from './message.ts';

/**
 * A message for a webhook of Teams' Workflows: one Adaptive Card 1.5. Lines are text runs, which know no Markdown; buttons
 * only open pages.
 */
export function teamsCard({ title, lines, link, foot }: Message) {
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.5',
          lang: 'en',
          fallbackText: title,
          body: [
            { type: 'TextBlock', text: title, size: 'large', weight: 'bolder', wrap: true, style: 'heading' },
            ...lines.map((line) => ({
              type: 'RichTextBlock',
              inlines: [{ type: 'TextRun', text: withoutFunctions(line) }],
            })),
          ],
          actions: [link, foot].filter((one) => one !== null).map(openUrl),
        },
      },
    ],
  };
}

const openUrl = ({ href, label }: Link) => ({ type: 'Action.OpenUrl', title: label, url: href });

/** `{{DATE(…)}}` and `{{TIME(…)}}` are worked out where a card is shown: a space keeps what only looks like one as it is. */
const withoutFunctions = (text: string) => text.replace(/\{(?=\{)/g, '{ ');
