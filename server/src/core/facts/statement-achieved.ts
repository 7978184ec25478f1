import type { Quantity } from './quantities';
import type { Claim, Scene } from './statement-claims';
import { isEstimated, makeClaim, sentenceTime } from './statement-claims';
import type { Head, Name } from './statement-names';
import { isBalanced } from './statement-plain';
import { COUNT_UNITS, GENERIC_NOUNS, NO_NAME_START } from './statement-words';

/**
 * A number, what it counts and what they came to, up to `end`: (10)件民生实事全部办结, (33)家企业完成技改, 完成(3)个乡镇卫生院改扩建. Null where it
 * is something else. What is counted and what became of it is the name; that all of them did it says nothing more.
 */
export function achievedClaim(
  scene: Scene,
  number: Quantity,
  head: Head,
  end: number,
): { claim: Claim; name: Name } | null {
  const { text } = scene;
  const { unit } = number;
  if (unit === null || !COUNT_UNITS.has(unit.replace(/^[万亿]{1,2}/, '')) || number.numeralStyle !== 'arabic')
    return null;
  if (end - number.end > LONGEST || !LED.test(text.slice(head.end, number.start))) return null;
  const words = text.slice(number.end, end);
  const name = text.endsWith('完成', number.start) ? deedIn(words) : nameIn(words);
  if (name === null) return null;
  const claim = makeClaim(scene, {
    start: number.start,
    end,
    name,
    nameStart: number.end,
    nameEnd: end,
    indicator: null,
    valueStart: number.start,
    valueEnd: number.end,
    bound: number.bound,
    min: number.min,
    max: number.max,
    unit,
    estimated: isEstimated(scene, number.start),
    hope: head.effects.includes('stretch') ? 'stretch' : head.effects.includes('firm') ? 'firm' : null,
    form: 'value-before',
    time: head.time ?? sentenceTime(scene, number.start),
  });
  return { claim, name: { start: number.end, end, text: name, indicator: null, via: null, prefix: '' } };
}

/** A longer clause says more than one thing. */
const LONGEST = 36;

/** What may stand before the number: nothing, or a verb of causing. */
const LED = /^(?:[让使令]|支持|推动|助力|帮助)?$/;

/** 民生实事全部办结: all of them. That some were built (2座污水处理厂建成投用) is no measure of anything. */
const ALL_DONE =
  /^([^，。；、\d]{2,16}?)(?:已|均已|[均都]|首次)?(?:全部|全面|均|已)(?:如期|顺利|圆满|按期|实现)?(建成投用|建成投产|建成通车|建成|投用|投产|投入使用|完工|竣工|开工建设|开工|办结|办成|完成|落地|组建到位|到位|达标|通车|启用|运行|挂牌|交付|开业|运营|入库|销号|消除|整改到位|整改)$/;
/** 企业完成技改, 产品入选全国名录, 居民用上天然气. */
const CAME_TO =
  /^([^，。；、\d]{1,14}?)(?:[已均都]|首次|首批|全部|成功|顺利|率先){0,2}((?:完成|实现)[^，。；、\d的]{0,8}(?:改造|技改|改扩建|扩建|转型|升级|整治|治理|修复|搬迁|提升|上市|脱贫|摘帽|上云|并网|改制)|(?:获评|获批|获得|获|荣获|入选|入围|列入|纳入|跻身|用上|住上|喝上)[^，。；、\d]{2,18}|通过[^，。；、\d]{2,16}(?:认定|备案|评审|验收|评定|考核|认证|评价)|上云|上市|升规)$/;
/** What ends with a deed needs no other one in its name: 老旧小区改造(完工). */
const DEED = /(?:改造|改扩建|改建|扩建|迁建|建设|整治|治理|修复|加固|搬迁|提升|升级|培训|创建)$/;

/** 完成3个(乡镇卫生院改扩建): what is done when it is completed. */
function deedIn(words: string): string | null {
  return words.length <= 16 && DEED.test(words) && isThing(words) ? words : null;
}

function nameIn(words: string): string | null {
  const [, all = '', done = ''] = ALL_DONE.exec(words) ?? [];
  if (all !== '') {
    if (!isThing(all) || GENERIC_NOUNS.has(all)) return null;
    const deed = all.replace(/任务$/, '');
    return DEED.test(deed) ? deed : all + done;
  }
  const [, who = '', what = ''] = CAME_TO.exec(words) ?? [];
  if (who === '' || (who.length === 1 && !/[村镇乡县区校园]/.test(who))) return null;
  return isThing(who) && isBalanced(what) ? who + what : null;
}

function isThing(noun: string): boolean {
  if ((NO_NAME_START.test(noun) && !noun.startsWith('就业')) || !isBalanced(noun)) return false;
  return !/[的了将被把在获]|[级类等]$|实现|完成|推动|促进/.test(noun);
}
