import type { Link, Message } from './message.ts';

/**
 * A message for an incoming webhook of Slack: Block Kit. Lines are plain text, so that no sign of theirs marks up, mentions
 * or links; links only open pages.
 */
export function slackBlocks({ title, lines, link, foot }: Message) {
  return {
    // What a notification shows: fixed words only.
    text: marked(title),
    blocks: [
      { type: 'header', text: plain(title) },
      ...lines.map((line) => ({ type: 'section', text: plain(line) })),
      ...(link ? [{ type: 'section', text: linked(link) }] : []),
      ...(foot ? [{ type: 'context', elements: [linked(foot)] }] : []),
    ],
    unfurl_links: false,
    unfurl_media: false,
  };
}

const plain = (text: string) => ({ type: 'plain_text', text: marked(text), emoji: false });
const linked = ({ href, label }: Link) => ({
  type: 'mrkdwn',
  text: `<${marked(encodeURI(href)).replaceAll('|', '%7C')}|${marked(label)}>`,
  verbatim: true,
});

/** The three signs by which Slack marks mentions and links (`<!channel>`), in any text. */
const marked = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
