import type { Indicator } from '../data';
import { indicatorIndex } from '../data';
import type { Claim, Scene } from './statement-clauses';
import { isOpening, sentenceTime } from './statement-clauses';
import type { Head } from './statement-names';
import { readHead } from './statement-names';
import { GENERIC_NOUNS } from './statement-words';

/**
 * What a sentence says of indicators without a number: 居民收入增长与经济增长同步, 完成国家下达的节能减排任务,
 * 国际收支基本平衡. Claims that are only sure inside a list of targets are marked `loose`.
 */
export function wordedClaims(scene: Scene, goalEnd: number | null): Claim[] {
  const claims: Claim[] = [];
  const { text } = scene;
  let number = 0;
  for (const { start, end } of clauses(scene)) {
    while (number < scene.numbers.length && (scene.numbers[number]?.end ?? 0) <= start) number++;
    const numbered = (scene.numbers[number]?.start ?? Infinity) < end && scene.numbers[number]?.unit !== null;
    if (numbered || end - start < 5 || end - start > 60) continue;
    claims.push(...clauseClaims(scene, goalEnd !== null && goalEnd > start && goalEnd < end ? goalEnd : start, end));
  }
  return claims.filter((claim) => text.slice(claim.valueStart, claim.valueEnd) !== '');
}

function clauses(scene: Scene): { start: number; end: number }[] {
  const { text } = scene;
  const found: { start: number; end: number }[] = [];
  let start = scene.start;
  for (let i = scene.start; i <= scene.end; i++) {
    const character = text[i] ?? '';
    const joint = character === '、' && text.startsWith('同步', i - 2);
    if (i < scene.end && !joint && !'，；：（）'.includes(character)) continue;
    if (i > start) found.push({ start, end: i });
    start = i + 1;
  }
  return found;
}

function clauseClaims(scene: Scene, start: number, end: number): Claim[] {
  const { text, times } = scene;
  const assigned = assignedTask(scene, start, end);
  if (assigned !== null) return assigned;
  const head = readHead(text, start, end, times);
  const names = namesAt(text, head.end, end);
  if (names.length > 0) {
    const from = names[names.length - 1]?.end ?? head.end;
    const doubled = doubledClaim(scene, head, names, from, end);
    if (doubled !== null) return doubled;
    const predicate = text.slice(from, end);
    if (!isPredicate(predicate)) return [];
    const sure = names.every((name) => name.sure) && SURE.test(predicate);
    return names.map((name) => worded(scene, head, { ...name, valueStart: from, valueEnd: end, loose: !sure }));
  }
  const unknown = UNKNOWN.exec(text.slice(head.end, end));
  const words = unknown?.[1] ?? '';
  if (unknown === null || NOT_NAMED.test(words) || GENERIC_NOUNS.has(words)) return [];
  const nameEnd = head.end + words.length;
  return [
    worded(scene, head, {
      start: head.end,
      end: nameEnd,
      text: words,
      indicator: null,
      valueStart: nameEnd,
      valueEnd: end,
      loose: true,
    }),
  ];
}

/** In step with or better than something, as ordered, doubled: what can be said of an indicator in words anywhere. */
const SURE =
  /(?:与|和|同|跟)[^，。；]{0,10}(?:同步|一致)|(?:快于|高于|超过|优于|好于|低于)[^，。；]{0,8}(?:经济|全国|全省|全市|全区|平均|GDP)|(?:完成|达到|控制在)[^，。；]{0,16}(?:任务|目标|指标|范围|进度|要求)/;

/** What can be said behind an indicator's name in a list of targets. */
function isPredicate(predicate: string): boolean {
  if (predicate.length < 2 || predicate.length > 32) return false;
  if (SURE.test(predicate)) return true;
  return /(?:改善|优化|增强|平衡|稳定|回升|提升|提高|提质|向好|达标|下降|降低|回落|扩大|减少|好转|增效|平稳|优良|衔接|水平|区间|增长|前列|同步|转正|清零|达峰|见效|协调|合理|以内|范围内)/.test(
    predicate,
  );
}

/** 发展的协调性进一步增强: what is no indicator of the catalogue, and its predicate. */
const UNKNOWN =
  /^([^，。；]{2,16}?)((?:进一步|持续|继续|有所|稳步|明显|不断|总体|基本|合理|显著|全面|更加|稳中|保持|实现|得到|要|大局){0,2}(?:改善|优化|增强|平衡|稳定|回升|提升|提高|提质增效|提质|向好|达标|下降|降低|回落|好转|平稳|优良|同步|(?:达到|完成|控制在|保持)[^，。；]{2,16}))$/;
const NOT_NAMED =
  /^(?:在|努力|力争|以|坚持|推动|统筹|加强|不|把|为|对|确保|促进|实现|争取|完成|加快|着力|继续|更|我们|必须|也|并|充分|要|上述|各项|全面|推进|守住|深化|切实|保障)|(?:实现|推动|促进|确保|推进|坚持|争取|努力)|[的和与及、]$/;

/**
 * 完成国家下达的节能减排任务, 单位GDP能耗完成省下达目标 is told by the name in front; here the name is the task.
 * The first group is who ordered, the second what.
 */
const ASSIGNED =
  /^(?:确保|力争|努力|圆满|顺利|全面|如期|预计|坚决|严格|超额|提前|均|都|要|并|年度|基本|保质保量){0,3}(?:完成|实现|落实)(?:好|了)?((?:国家|中央|自治区|省委|省|市委|市|州|盟|区|县|上级|党中央|国务院|和|及|、){1,5})(?:下达|分解|规定|确定|考核|核定|要求|明确)(?:的|我[省市区县]的|给我[省市区县]的)?([^，。；]{2,30})$/;

function assignedTask(scene: Scene, start: number, end: number): Claim[] | null {
  const clause = scene.text.slice(start, end);
  if (
    !clause.includes('下达') &&
    !clause.includes('考核') &&
    !clause.includes('规定') &&
    !clause.includes('要求') &&
    !clause.includes('分解') &&
    !clause.includes('确定') &&
    !clause.includes('核定') &&
    !clause.includes('明确')
  )
    return null;
  const match = ASSIGNED.exec(clause);
  const object = match?.[2];
  if (match === null || object === undefined) return null;
  const at = end - object.length;
  const head: Head = { end: at, effects: [], time: null };
  const claims: Claim[] = [];
  let p = at;
  for (const part of object.split(/[、和及]/)) {
    const found = named(part);
    claims.push(
      worded(scene, head, {
        start: p,
        end: p + found.text.length,
        text: found.text,
        indicator: found.indicator,
        valueStart: start,
        valueEnd: end,
        loose: found.indicator === null,
      }),
    );
    p += part.length + 1;
  }
  // Parts that mean nothing alone make one name: 节能和减排任务.
  if (claims.some((claim) => claim.indicator === null) && claims.length > 1) {
    const whole = named(object);
    return [
      {
        ...worded(scene, head, {
          start: at,
          end: at + whole.text.length,
          text: whole.text,
          indicator: whole.indicator,
          valueStart: start,
          valueEnd: end,
          loose: whole.indicator === null,
        }),
        start,
      },
    ];
  }
  const first = claims[0];
  if (
    first === undefined ||
    GENERIC_NOUNS.has(first.name) ||
    /^(?:各项|年度|目标|全年)?(?:目标|任务|目标任务|指标任务|考核指标)$/.test(object)
  )
    return [];
  return claims.map((claim) => ({ ...claim, start }));
}

function named(words: string): { text: string; indicator: Indicator | null } {
  const index = indicatorIndex();
  const shorter = [
    words,
    words.replace(TASK, ''),
    words.replace(TASK, '').replace(/(?:降低|下降|减排|削减|增长|提升)$/, ''),
  ];
  for (const text of shorter) {
    const match = text === '' ? null : index.get(text);
    if (match !== null) return { text, indicator: match.indicator };
  }
  return { text: words, indicator: null };
}

const TASK = /(?:目标任务|任务目标|考核目标|考核指标|约束性指标|指标任务|任务|目标|指标)$/;

interface Named {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly indicator: Indicator | null;
  readonly sure: boolean;
}

/** The catalogued names that open a clause, one or several joined by 和 or 、; words before 等 may stand before one. */
function namesAt(text: string, from: number, end: number): Named[] {
  const index = indicatorIndex();
  const names: Named[] = [];
  let p = from;
  while (p < end) {
    const match = index.matchAt(text, p);
    if (match === null || p + match.length > end) break;
    names.push({
      start: p,
      end: p + match.length,
      text: text.slice(p, p + match.length),
      indicator: match.indicator,
      sure: match.via !== 'weak',
    });
    p += match.length;
    const joint = /^(?:以及|[、和与及])/.exec(text.slice(p, p + 2));
    if (
      joint === null ||
      index.matchAt(text, p + joint[0].length) === null ||
      /^[和与](?:经济|劳动)/.test(text.slice(p, p + 3))
    )
      break;
    p += joint[0].length;
  }
  if (names.length > 0) return names;
  const and = text.slice(from, Math.min(end, from + 10)).indexOf('等');
  if (and < 0) return [];
  const match = index.matchAt(text, from + and + 1);
  if (match === null || from + and + 1 + match.length > end) return [];
  const stop = from + and + 1 + match.length;
  return [{ start: from, end: stop, text: text.slice(from, stop), indicator: match.indicator, sure: false }];
}

/** 旅游收入实现翻番: a growth of 1 倍 without a number. */
function doubledClaim(scene: Scene, head: Head, names: readonly Named[], from: number, end: number): Claim[] | null {
  const predicate = scene.text.slice(from, end);
  const match =
    /^(?:总量|规模|力争|要|将|比[^，。；]{2,10}|较[^，。；]{2,10}|实现|力争实现|也){0,4}(?:翻番|倍增)$/.exec(predicate);
  if (match === null) return null;
  return names.map((name) => ({
    ...worded(scene, head, { ...name, valueStart: end - 2, valueEnd: end, loose: !name.sure }),
    measure: 'growth',
    direction: 'up',
    bound: 'exact',
    min: 1,
    max: 1,
    unit: '倍',
  }));
}

function worded(
  scene: Scene,
  head: Head,
  what: {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly indicator: Indicator | null;
    readonly valueStart: number;
    readonly valueEnd: number;
    readonly loose: boolean;
  },
): Claim {
  return {
    start: Math.min(what.start, what.valueStart),
    end: Math.max(what.end, what.valueEnd),
    name: what.text,
    nameStart: what.start,
    nameEnd: what.end,
    indicator: what.indicator,
    prefix: '',
    owner: '',
    valueStart: what.valueStart,
    valueEnd: what.valueEnd,
    measure: 'qualitative',
    direction: null,
    bound: null,
    min: null,
    max: null,
    unit: null,
    estimated: false,
    stretch: null,
    hope: null,
    form: 'words',
    loose: what.loose,
    size: false,
    inherited: false,
    opens: isOpening(scene, Math.min(what.start, what.valueStart)),
    time: head.time ?? sentenceTime(scene, what.start),
    base: null,
    average: false,
    reached: false,
    already: false,
    inWords: false,
  };
}
