import { Button } from '@mantine/core';
import { countWord } from '../../web/words.ts';

/** Turns the pages of what is too long for one. */
export type Pages = { tickets: (offset: number) => void; looks: (offset: number) => void; isBusy: boolean };

const A_PAGE = 50;

type TurningProps = {
  what: string;
  offset: number;
  total: number;
  onTurn: (offset: number) => void;
  isBusy: boolean;
};

/** Newer and older, where there is more than one page. */
export function Turning({ what, offset, total, onTurn, isBusy }: TurningProps) {
  if (total <= A_PAGE) return null;
  return (
    <div className="about-turning">
      <p className="quiet" role="status">
        {countWord(offset + 1)} to {countWord(Math.min(offset + A_PAGE, total))} of {countWord(total)} {what}
      </p>
      <Button
        variant="default"
        size="xs"
        disabled={offset === 0 || isBusy}
        onClick={() => onTurn(Math.max(0, offset - A_PAGE))}
      >
        Newer
      </Button>
      <Button
        variant="default"
        size="xs"
        disabled={offset + A_PAGE >= total || isBusy}
        onClick={() => onTurn(offset + A_PAGE)}
      >
        Older
      </Button>
    </div>
  );
}
