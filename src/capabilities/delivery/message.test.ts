import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import fc from '../../../test/support/properties.ts';
import { mailText } from './mail-text.ts';
import {
  ABOUT_A_PERSON,
  type Message,
  morningMessage,
  reminderMessage,
  testMessage,
  troubleMessage,
} from './message.ts';
import { slackBlocks } from './slack-blocks.ts';
import { teamsCard } from './teams-card.ts';

const ORIGIN = 'https://evenkeel.example.com';
const PEOPLE = ['Priya Raman', 'Tom Okafor', "Siobhán O'Neill"];
const card = (trigger: string, own: { personId?: number; subject?: string } = {}) =>
  ({ personId: null, subject: 'ticket/1', trigger, ...own }) as Parameters<typeof morningMessage>[0][number];

/**
 * What Slack documents of messages by incoming webhook (docs.slack.dev/reference/block-kit/blocks: header at most 150
 * characters, section at most 3,000, context at most 10 elements, 50 blocks), as far as ours use it, and nothing else.
 */
const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.literal(false) });
const link = z.strictObject({
  type: z.literal('mrkdwn'),
  text: z
    .string()
    .regex(/^<https:\/\/[^<>|\s]+\|[^<>]+>$/)
    .max(3000),
  verbatim: z.literal(true),
});
const slackMessage = z.strictObject({
  text: z.string().min(1).max(4000),
  blocks: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('header'), text: plain(150) }),
        z.strictObject({ type: z.literal('section'), text: z.union([plain(3000), link]) }),
        z.strictObject({ type: z.literal('context'), elements: z.array(link).min(1).max(10) }),
      ]),
    )
    .max(50),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
});

/**
 * What Microsoft documents of a post to a Teams webhook, and the parts of the schema of Adaptive Cards 1.5
 * (adaptivecards.io/schemas/adaptive-card.json) that ours use, and nothing else: above all no action but opening a page.
 */
const adaptiveCard = z.strictObject({
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  lang: z.literal('en'),
  fallbackText: z.string().min(1),
  body: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('TextBlock'),
        text: z.string().min(1),
        size: z.enum(['default', 'small', 'medium', 'large', 'extraLarge']),
        weight: z.enum(['default', 'lighter', 'bolder']),
        wrap: z.boolean(),
        style: z.enum(['default', 'heading']),
      }),
      z.strictObject({
        type: z.literal('RichTextBlock'),
        inlines: z.array(z.strictObject({ type: z.literal('TextRun'), text: z.string().min(1) })).min(1),
      }),
    ]),
  ),
  actions: z.array(
    z.strictObject({
      type: z.literal('Action.OpenUrl'),
      title: z.string().min(1),
      url: z.url({ protocol: /^https$/ }),
    }),
  ),
});
const teamsMessage = z.strictObject({
  type: z.literal('message'),
  attachments: z.tuple([
    z.strictObject({
      contentType: z.literal('application/vnd.microsoft.card.adaptive'),
      contentUrl: z.null(),
      content: adaptiveCard,
    }),
  ]),
});
/** Teams takes 28 KB (learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors, "Limitations"). */
const TEAMS_BYTES = 28 * 1024;

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 600 }),
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc.stringMatching(/^[<>&|*_~`@!#[\](){}$\\\n-]{1,80}$/),
);
const messages: fc.Arbitrary<Message> = fc.oneof(
  fc
    .array(
      anyText.filter((text) => text.trim() !== ''),
      { minLength: 1, maxLength: 30 },
    )
    .map((texts) =>
      morningMessage(
        texts.map((text) => card(text)),
        PEOPLE,
        ORIGIN,
      ),
    ),
  fc.constant(testMessage(ORIGIN)),
  fc.constant(reminderMessage({ talks: ['Mon, 30 November 2026, 14:00, with Priya Raman'], mentoring: [] }, ORIGIN)),
  anyText.map((why) => troubleMessage({ why: `x ${why}`, unsure: false }, ORIGIN)),
);

describe('a card about a person', () => {
  it.each([
    ['Late.', { personId: 7 }],
    ['You meet somebody today.', { subject: 'pair/3' }],
    ['Your 1:1 with Priya is late.', {}],
    ['Due today: Ask O’Neill what she wants.', {}],
    ["Due today: Ask Siobhán's lead.", {}],
  ])('is only said to be there: %s', (trigger, own) => {
    expect(morningMessage([card(trigger, own)], PEOPLE, ORIGIN).lines).toEqual([ABOUT_A_PERSON]);
  });

  it('is said once of several', () => {
    const cards = [card('Late.', { personId: 7 }), card('An area is stuck.'), card('Late.', { personId: 8 })];
    const { title, lines } = morningMessage(cards, PEOPLE, ORIGIN);
    expect([title, ...lines]).toEqual([
      'Three things for you today',
      'You have two cards about people.',
      'An area is stuck.',
    ]);
  });

  it('is told from one about the work', () => {
    const trigger = 'Ticket T-9 has changed hands three times and is still open.';
    expect(morningMessage([card(trigger)], PEOPLE, ORIGIN).lines).toEqual([trigger]);
  });

  it('names nobody, whatever else it holds', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('Priya', 'Raman', 'Tom Okafor', 'Neill'), anyText, (before, name, after) => {
        const { lines } = morningMessage([card(`${before} ${name}, ${after}`)], PEOPLE, ORIGIN);
        expect(lines).toEqual([ABOUT_A_PERSON]);
      }),
    );
  });
});

describe('whatever a text holds', () => {
  it('makes a message of the shape that Slack documents, in which nothing of it marks up, mentions or links', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const { blocks } = slackMessage.parse(slackBlocks(message));
        for (const block of blocks)
          if (block.type !== 'context' && block.text.type === 'plain_text')
            expect(block.text.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        expect(blocks.filter((block) => JSON.stringify(block).includes('mrkdwn'))).toHaveLength(2);
      }),
    );
    const call = slackBlocks(morningMessage([card('<!channel> <https://evil.example|*look*> &amp;')], [], ORIGIN));
    expect(JSON.stringify(call)).toContain('&lt;!channel&gt; &lt;https://evil.example|*look*&gt; &amp;amp;');
  });

  it('makes an Adaptive Card of the documented shape that is small enough and only opens pages', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const sent = teamsCard(message);
        const { content } = teamsMessage.parse(sent).attachments[0];
        expect(Buffer.byteLength(JSON.stringify(sent))).toBeLessThan(TEAMS_BYTES);
        // Only text runs hold text of others: no Markdown there, and no function that looks like one.
        for (const block of content.body)
          if (block.type === 'RichTextBlock') expect(JSON.stringify(block)).not.toContain('{{');
        expect(content.actions.map(({ url }) => new URL(url).origin)).toEqual([ORIGIN, ORIGIN]);
      }),
    );
  });

  it('makes a mail of single lines under a subject of our own words', () => {
    fc.assert(
      fc.property(messages, (message) => {
        expect(message.title).toMatch(/^[\w: -]{5,60}$/);
        expect(mailText(message).split('\n').length).toBeLessThanOrEqual(16);
        expect(mailText(message)).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('without an address that others reach has no links', () => {
    const message = morningMessage([card('Late.')], PEOPLE, null);
    expect([message.link, message.foot, mailText(message)]).toEqual([null, null, 'Late.\n']);
    expect(teamsCard(message).attachments[0]!.content.actions).toEqual([]);
    expect(slackBlocks(message).blocks).toHaveLength(2);
  });
});
