import type { NameRater } from '../../model/raters.ts';
import type { Sights } from '../../model/sight.ts';

/** Who opens a panel: how much they may see of whom, and what they are told of those who gave views. */
export type PanelReader = { sights: Sights; nameRater: NameRater };
