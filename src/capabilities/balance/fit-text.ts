/** Advance widths of Inter Regular in thousandths of an em, for the letters whose width is far from the middle. */
const NARROW = /[iljtfr.,:;'’`!|()[\]\-·\s]/;
const WIDE = /[mwMWOQGDHNUAVKXY@%&]/;

/** Width of one letter in ems, rather a little too much than too little. */
function widthOf(letter: string): number {
  const code = letter.codePointAt(0)!;
  if (code >= 0x2000 && code < 0x2070) return code === 0x2026 || (code > 0x2010 && code < 0x2016) ? 1 : 0;
  if (code >= 0x1100) return 1.05;
  if (NARROW.test(letter)) return 0.34;
  if (WIDE.test(letter)) return 0.78;
  return 0.6;
}

/** How wide a text will be, in px at a font size, estimated without a browser. */
export function estimateWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const letter of text) ems += widthOf(letter);
  return ems * fontSize;
}

/** Letters of scripts that run from right to left. */
const LEFTWARD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]\s*$/;

/** The text, cut with "…" where it would be wider than the room there is. Never cuts inside a character. */
export function fitText(text: string, room: number, fontSize: number): string {
  if (estimateWidth(text, fontSize) <= room) return text;
  const letters = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);
  while (letters.length > 1 && estimateWidth(`${letters.join('')}…`, fontSize) > room) letters.pop();
  const kept = letters.join('').trimEnd();
  // The mark keeps the dots at the end of a text that runs leftwards.
  return LEFTWARD.test(kept) ? `${kept}…\u200f` : `${kept}…`;
}

/** The text in at most so many lines; the last one is cut where even they don't hold it. */
export function wrapText(text: string, room: number, fontSize: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (!line || lines.length === most - 1 || estimateWidth(longer, fontSize) <= room) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((one) => fitText(one, room, fontSize));
}
