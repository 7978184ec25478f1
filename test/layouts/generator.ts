import { drawAxes, type Axes } from './axes';
import { choosePlace } from './places';
import { createRandom } from './random';
import { render } from './render';
import { composeReport } from './report';
import type { Truth } from './truth';

/** A made-up report, how it is laid out and what it says. */
export interface Layout {
  readonly seed: number;
  readonly axes: Axes & { readonly place: string };
  readonly text: string;
  readonly truth: Truth;
}

/** Shorter texts would say too little to be judged. */
const LEAST = 4000;

/** Makes the report of a seed: the same seed gives the same text for ever. */
export function generateLayout(seed: number): Layout {
  for (let thickness = 1; ; thickness += 0.25) {
    const random = createRandom(seed);
    const axes = drawAxes(random);
    const place = choosePlace(random);
    const draft = composeReport(axes, place, random, thickness);
    const least = axes.size === 'long' && thickness < 4 ? 2 * LEAST : LEAST;
    if (draft.text.length < least) continue;
    return { seed, axes: { ...axes, place: place.kind }, ...render(draft, axes, random) };
  }
}
