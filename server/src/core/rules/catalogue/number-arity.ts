import type { ValueList } from '../../facts/quantities-lists';
import { listsAmong } from '../../facts/quantities-lists';
import type { Bilingual } from '../../model';
import type { BlockRule } from '../rule';

/** 分别 with another number of names than of values. */
export const numberArity: BlockRule = {
  id: 'number-arity',
  category: 'numbers',
  severity: 'error',
  fix: 'none',
  scope: 'block',
  needs: /分别/,
  since: '0.1.0',
  summary: {
    zh: '“分别”前后所列项数与数值个数不等',
    en: 'As many names before “分别” as there are values behind it',
  },
  rationale: {
    zh: '“分别”要求名称与数值一一对应，项数不等，必有漏项或多项。“城乡居民”“三次产业”之类一词含几项的，以及“和”连接的名称可能自成一项的，都按可以成立的读法计算；末尾有“等”的不作判断。',
    en: '“分别” ties names and values one to one, so unequal numbers mean that one was lost or is too many. 城乡 may be one name or two, 和 may stand inside a name: every reading that works is accepted, and a list that ends in 等 is not judged.',
  },
  sources: ['“分别”的用法，见现代汉语词典；编校通例'],
  options: {},
  examples: [
    { bad: '地区生产总值、固定资产投资、社会消费品零售总额⟦分别增长5.2%、9.3%⟧。' },
    { bad: '新增规上企业、高新技术企业⟦分别达到8家、12家、14家⟧。' },
    { bad: '粮食产量、蔬菜产量⟦分别增长2.1%⟧。' },
    { bad: '小麦、玉米、大豆单产⟦分别提高2.1%、1.8%⟧，全年农业增加值增长4%。' },
    { bad: '东城片区、西城片区和北湖新区⟦分别完成投资4.1亿元、2.6亿元⟧，蔬菜和水果产量⟦分别增长3%、4%、5%⟧。' },
    { bad: '对北方三省、南方五省进出口⟦分别增长6.7%、4.2%、4.2%⟧。' },
    { bad: '城乡居民人均可支配收入⟦分别达到48836元、26873元、12000元⟧，三次产业⟦分别增长3%、6%⟧。' },
    { good: '地区生产总值、固定资产投资、社会消费品零售总额分别增长5.2%、9.3%、2.1%。' },
    { good: '城乡居民收入分别增长5%、6%，城乡低保标准分别提高30元、20元，城乡居民收入分别增长5%、6%、2万人受益。' },
    { good: '城镇、农村居民人均可支配收入分别达到42186元、21954元，分别增长4.8%、6.9%。' },
    { good: '城乡居民人均可支配收入分别增长4.8%、6.9%，电力、热力生产和供应业投资分别增长5%、6%。' },
    { good: '小麦、玉米等作物单产分别提高2.1%、1.8%和1.5%，市、区两级财政分别安排1000万元。' },
    { good: '一般公共预算收入和税收收入分别增长5.5%和4.5%左右，三次产业分别增长3%、6%和5%。' },
    { good: '区镇两级分别成立工作专班，教育、卫生健康支出分别占一般公共预算支出的18%和9%。' },
  ],
  *checkBlock({ text, numbers }) {
    for (const list of listsAmong(text, numbers)) {
      if (!disagrees(text, list)) continue;
      const last = list.values[list.values.length - 1];
      yield { start: list.marker.start, end: last?.end ?? list.marker.end, message: messageOf(list) };
    }
  },
};

function disagrees(text: string, list: ValueList): boolean {
  if (list.arity === null) return false;
  const names = text.slice(list.names[0]?.start ?? 0, list.marker.start);
  if (OPEN.test(names)) return false;
  const [only, second] = list.values;
  // 城乡居民收入分别增长5%、6%、1200元: what is of another unit is a figure of its own.
  if (list.names.length === 1 && (second === undefined || !areOfOneUnit(list.values))) return false;
  // 分别建设1所学校 means one each; 分别增长5% lacks a value.
  if (second === undefined && !(only?.percent === true && RATE.test(text.slice(list.marker.end, only.start))))
    return false;
  return list.values.length < list.arity.min || list.values.length > list.arity.max;
}

function areOfOneUnit(values: ValueList['values']): boolean {
  const [first] = values;
  return values.every((value) => value.percent === first?.percent && value.unit?.at(-1) === first.unit?.at(-1));
}

// 小麦、玉米等作物  教育、卫生两项支出  市、区两级; 等级 and 高等 leave nothing open.
const OPEN = /(?<![平中高同初相])等(?![级同于次])|[两二三四五六七八九十\d][个项大类级]/;

// 增长  比上年增长  同比下降
const RATE = /^(?:同比|比上年|较上年|实际|预计)?(?:增长|下降|提高)$/;

function messageOf(list: ValueList): Bilingual {
  // 城乡, 三次产业: one name for two or three.
  const names = list.names.length === 1 ? (list.arity?.max ?? 1) : list.names.length;
  const values = list.values.length;
  const lack = Math.abs(names - values);
  return values < names
    ? {
        zh: `“分别”前列 ${names} 项、后列 ${values} 个数值，缺 ${lack} 个数值。`,
        en: `“分别” is followed by ${values} values for ${names} names: ${lack} ${lack === 1 ? 'is' : 'are'} missing.`,
      }
    : {
        zh: `“分别”前列 ${names} 项、后列 ${values} 个数值，多 ${lack} 个数值。`,
        en: `“分别” is followed by ${values} values for ${names} names: ${lack} too many.`,
      };
}
