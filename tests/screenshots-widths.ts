/**
 * Writes a picture of the lists, the forms and what comes in, which look otherwise at each width and on each paper, into
 * `screenshots/widths/`: `npm run screenshots:widths [-- SCENE…]`.
 */
import { drawScenes } from './scene.ts';
import { COMPARISON_SCENES } from './scenes/comparisons.ts';
import { LIST_SCENES } from './scenes/lists.ts';
import { TEXT_SCENES } from './scenes/texts.ts';

await drawScenes('widths', { ...LIST_SCENES, ...TEXT_SCENES, ...COMPARISON_SCENES });
