import { createRandom } from '../layouts/random';
import { applyPlant, type FaultKind, type Host, type Planted } from './fault';

/** How often a real report is chosen: they are five times as long as the made-up ones. */
const REAL = 0.3;

/** How often another host is tried before a variant is given up. */
const ATTEMPTS = 60;

/**
 * Plants faults of one kind, its variants in turn, each into a random host at a random place.
 * @param seed the same seed plants the same faults
 */
export function plantSome(kind: FaultKind, hosts: readonly Host[], count: number, seed: number): Planted[] {
  const random = createRandom(seed + hashOf(kind.rule));
  const clean = hosts.filter((host) => host.clean);
  const real = hosts.filter((host) => !host.clean);
  const variants = Object.entries(kind.variants);
  const planted: Planted[] = [];
  for (let i = 0; i < count; i += 1) {
    const [variant, planter] = variants[i % variants.length] ?? [];
    if (variant === undefined || planter === undefined) continue;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const host = random.pick(real.length === 0 || !random.chance(REAL) ? clean : real);
      const plant = planter(host, random);
      if (plant === null || plant.edits.length === 0) continue;
      planted.push(applyPlant(host, kind, variant, plant));
      break;
    }
  }
  return planted;
}

function hashOf(text: string): number {
  let hash = 0;
  for (const letter of text) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash % 1_000_003;
}
