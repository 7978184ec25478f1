import type { Random } from '../../layouts/random';
import type { FaultKind, Host, Place, Planter } from '../fault';
import { paragraphs, partsOf } from '../parts';

/** Rules that a made-up draft gives no reason to speak, so that a comment for them silences nothing. */
const IDLE = ['number-range', 'punctuation-pair', 'confused-word', 'document-number', 'duplicate-word', 'number-arity'];

/** What people mistype. */
const MISSPELT = ['number-ranges', 'numbers-range', 'puctuation-pair', 'term_unused', 'duplicated-word', 'NumberRange'];

const MARK = 'policy-drafting-';

/** A comment as it is written in this draft, with its line break. */
function comment(random: Random, command: string): string {
  const reason = random.chance(0.3) ? ` -- ${random.pick(['沿用上级口径', '已核', '按会议意见保留'])}` : '';
  return random.chance(0.5) ? `<!-- ${MARK}${command}${reason} -->\n` : `// ${MARK}${command}${reason}\n`;
}

/** A paragraph of a draft that is known to be clean. */
function paragraph(host: Host, random: Random): Place | undefined {
  if (!host.clean) return undefined;
  const { review, plan } = partsOf(host);
  return random.some(paragraphs(host, random.pick([review, plan])), 1)[0];
}

const above = (command: (random: Random) => string): Planter => {
  return (host, random) => {
    const place = paragraph(host, random);
    return place === undefined
      ? null
      : { edits: [{ start: place.start, end: place.start, text: comment(random, command(random)) }] };
  };
};

const unused: FaultKind = {
  rule: 'suppression-unused',
  variants: {
    'the next line': above((random) => `disable-next-line ${random.pick(IDLE)}`),
    'the next line, all rules': above(() => 'disable-next-line'),
    'several rules': above((random) => `disable-next-line ${random.some(IDLE, 2).join(random.pick([',', ', ', ' ']))}`),
    'a rule that is not': above((random) => `disable-next-line ${random.pick(MISSPELT)}`),
    'the rest of the text': above((random) => `disable ${random.pick(IDLE)}`),
    'an end without a beginning': above((random) => `enable ${random.pick(IDLE)}`),
    'the whole text': (host, random) =>
      host.clean && !host.text.startsWith('---')
        ? { edits: [{ start: 0, end: 0, text: comment(random, `disable-file ${random.pick(IDLE)}`) }] }
        : null,
    'a stretch': (host, random) => {
      const place = paragraph(host, random);
      if (place === undefined) return null;
      const rule = random.pick(IDLE);
      return {
        edits: [
          { start: place.start, end: place.start, text: comment(random, `disable ${rule}`) },
          { start: place.end, end: place.end, text: `\n${comment(random, `enable ${rule}`).trimEnd()}` },
        ],
      };
    },
    'above the wrong line': (host, random) => {
      const place = paragraph(host, random);
      if (place === undefined) return null;
      const slip = `新增服务站点${random.int(3, 9)}处，惠惠及居民。`;
      const command = comment(random, 'disable-next-line duplicate-word');
      return {
        edits: [
          { start: place.start, end: place.start, text: command },
          { start: place.end, end: place.end, text: `\n\n${slip}` },
        ],
      };
    },
    'one of two': (host, random) => {
      const place = paragraph(host, random);
      if (place === undefined) return null;
      const command = comment(
        random,
        `disable-next-line duplicate-word,${random.pick(['number-range', 'number-arity'])}`,
      );
      return {
        edits: [
          { start: place.start, end: place.start, text: `${command}全面推进推进各项服务工作，受到群众好评。\n\n` },
        ],
      };
    },
  },
};

export const commentKinds: readonly FaultKind[] = [unused];
