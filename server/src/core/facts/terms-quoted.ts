import type { TermKind } from '../model';
import { isDigit, isHan, isLatin } from '../text/characters';

/** What stands around a quotation, without its quotes; a few characters are enough. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/**
 * What kind of coined term a quotation is, or null when its words are quoted for another reason: speech, emphasis of
 * an ordinary word, a prize, an article of trade, the name of an event. Judged by how it is built and what it stands
 * between, so that it serves for places whose terms nobody has listed.
 */
export function classifyQuoted(inner: string, { before, after }: Surroundings): TermKind | null {
  if (inner.length < 2 || inner.length > 40 || /[。；：！？《》“”‘’…]/.test(inner)) return null;
  if (isFormula(inner)) return 'formula';
  if (isPlan(inner)) return 'abbreviation';
  if (isDate(inner)) return null;
  if (/^\d+(?:\.\d+)?×\d/.test(inner)) return null;
  // 3618 of “3618”行动, 12345
  if (/^\d{2,6}$/.test(inner)) return 'numeric';
  if (isSpeech(inner, before) || isHonour(inner, before, after) || isGoods(inner, after) || isEmphasis(inner, after))
    return null;
  if (/[，、]/.test(inner)) return motto(inner, after);
  if (isLong(inner, after)) return null;
  return kindOf(inner);
}

/** The kind of a term by its own build. */
export function kindOf(core: string): TermKind {
  if (isFormula(core)) return 'formula';
  if (isPlan(core)) return 'abbreviation';
  if (isNumeric(core)) return 'numeric';
  // 林长制, 免证办, 三网融合… : labels cut from a longer name
  if (/^.{1,6}(?:制|办|通办|即享|直达)$/.test(core)) return 'abbreviation';
  return 'coined';
}

/** 2+N, 1+1+N+X, 平台+基地, 人工智能+, 数据要素×, 一纲N项, 调查—整改—回访. */
export function isFormula(core: string): boolean {
  // 7×24小时 and 2×60万千瓦 are measures
  if (/^\d+(?:\.\d+)?×\d/.test(core)) return false;
  if (/[+×]/.test(core)) return core.length <= 40 && !/^[\d+.]*[.%]/.test(core) && /[^\d.]/.test(core);
  // 一纲N项, “1个总规、N个专项”: a letter stands for a number
  if (/^[^A-Z]{1,6}[MNX][^A-Za-z]{0,8}$/.test(core) && /[\d一二三四五六七八九十]/.test(core)) return true;
  // 调查—整改—回访
  const steps = core.split(/[—-]+/);
  return steps.length >= 3 && steps.every((step) => step.length >= 2 && step.length <= 9 && isHan(step.charCodeAt(0)));
}

/** 十四五, 十三五, 八五 and the like: plans and programmes of five years. */
export function isPlan(core: string): boolean {
  return /^(?:十?[一二三四五六七八九]五|十五)$/.test(core);
}

/** Two numerals in four characters, or one that leads a clipped word: 两优, 四个一, 一图一表, 十百千万, 双提升. */
function isNumeric(core: string): boolean {
  const first = core[0] ?? '';
  if (isDigit(core.charCodeAt(0))) return true;
  if ('两双三四五六七八九十百千万'.includes(first)) return true;
  // 清四乱, 除六害: a verb and a number of things
  if (/^[清除治破去建创][两三四五六七八九十][一-龥]$/.test(core)) return true;
  const count = (core.match(/[一二三四五六七八九十百千万两双]/g) ?? []).length;
  return first === '一' ? count >= 2 || /^一[个条张号]/.test(core) : count >= 2;
}

/** 1·24, 5·12防灾减灾日: a day with what happened or is kept on it. */
function isDate(inner: string): boolean {
  return /^\d{1,2}[·.]\d{1,2}(?:$|.{0,12}[日节案故]$)/.test(inner);
}

/** Words of saying right before a quotation that is long enough to be a sentence. */
function isSpeech(inner: string, before: string): boolean {
  if (/[，：]$/.test(before) && inner.length >= 14) return true;
  return /(?:指出|强调|提出|要求|表示|认为|写道|[说讲问答])[，：]?$/.test(before) && inner.length >= 13;
}

/** Ends of names that are conferred: 国家乡村旅游示范县, 全国文明单位, 百强县, 年度致敬奖. */
const HONOUR_END =
  /(?:奖|称号|名单|金杯|银杯|示范(?:[区县市镇乡村点园校]|街道|街区|基地|园区|企业|单位|社区|项目|学校|线路|乡镇|苏木|嘎查|苏木乡镇|嘎查村)|(?:先进|文明|优秀|先锋|模范)(?:集体|单位|个人|城市|县城|村镇|校园|家庭|组织|[城区县市])|[一二三]级(?:图书馆|文化馆|博物馆|医院|馆)|百强[县区镇]?|试点县|重点村|新发现)$/;
/** Words of conferring right before the quotation, maybe with who confers or which number it is. */
const CONFER =
  /(?:获评|荣获|获得|获|获批|荣膺|入选|入围|评为|评定为|认定为|授予|命名为|列为|列入|跻身|喜获|斩获|摘得|夺得|被誉为)(?:全国|国家|国家级|全省|全市|省级|市级|自治区|自治区级|首批|第.批|中国)?$/;

function isHonour(inner: string, before: string, after: string): boolean {
  if (/^(?:称号|荣誉|奖项|大奖|奖章|奖(?!补)|勋章|殊荣)/.test(after)) return true;
  if (HONOUR_END.test(inner) && inner.length >= 5) return true;
  // 国家园林城市, 国家卫生县城: titles that a place applies for, whatever verb stands before
  if (/^(?:国家|全国|省级|自治区级).{2,6}(?:城市|县城|[区县市镇乡村])$/.test(inner)) return true;
  if (!CONFER.test(before) || inner.length < 5 || /^[两双一二三四五六七八九十\d]/.test(inner)) return false;
  // Approval of a project or a label that is used further is no prize.
  return !/^(?:行动|工程|计划|通报|试点|建设|项目|改革)/.test(after);
}

/** Medicines, vessels, models of machines, halls and shows: names of single things. */
function isGoods(inner: string, after: string): boolean {
  if (/(?:胶囊|注射液|颗粒|口服液|疫苗|舰|机型)$/.test(inner)) return true;
  if (/^[^、，]{3,}片$/.test(inner) && !/[图名芯连成大照影卡一]片$/.test(inner)) return true;
  if (/^.{2,}号$/.test(inner) && !/(?:字号|老号|一号|专号|账号|信号)$/.test(inner)) return true;
  if (/[一二三四五六七八九十\d]号$/.test(inner) && inner.length >= 4) return true;
  return /^(?:揭牌|开馆|获批上市|获准上市|上市销售|首飞|下水|入列|首映|首演|上映|号(?:卫星|飞船|火箭|列车|专列|油轮|邮轮))/.test(
    after,
  );
}

/**
 * Words that people quote for their tone only. They mean what the dictionary says, so no lay reader needs them
 * explained. General vocabulary, not taken from any report.
 */
const ORDINARY = new Set(
  (
    '百分百 百分之百 百分之一 新纪录 新记录 新高 新低 新面貌 新局面 新气象 新变化 新突破 新成绩 新成效 新篇章 新台阶 新征程 新起点 新作为 ' +
    '大家 小家 大局 全局 关键 核心 基础 支撑 支点 重点 难点 痛点 堵点 热点 焦点 亮点 底色 成色 特色 主力 主角 配角 主业 副业 ' +
    '增量 存量 变量 常量 总量 质量 数量 增效 增智 提质 提速 提效 增收 减负 降本 加法 减法 乘法 除法 ' +
    '沉睡 唤醒 鲜活 激活 盘活 能行 不行 不能 不敢 不想 不会 不法 不愿 可以 必须 应该 愿意 满意 放心 安心 用心 真心 ' +
    '并重 并举 有为 无为 有效 无效 有形 无形 有成 看到 听到 想到 做到 得到 ' +
    '流量 留量 声量 能量 力度 温度 速度 精度 深度 广度 厚度 高度 宽度 ' +
    '好听 好看 好用 管用 够用 实用 多用 少用 有用 没用 ' +
    '说了算 定了干 干得好 第一 唯一 之一 首位 首次 首先 最后 最好 更好 最优 最美 最强 ' +
    '衣食住行 柴米油盐 酸甜苦辣 喜怒哀乐 千家万户 左邻右舍 家门口 心坎上 ' +
    '里子 面子 票子 房子 车子 孩子 老子 日子 好日子 苦日子'
  ).split(' '),
);

function isEmphasis(inner: string, after: string): boolean {
  if (ORDINARY.has(inner)) return true;
  // 精细化, 集团化, 世界级: an ordinary word with a common ending
  if (/^[一-龥]{2}[化级性]$/.test(inner) && !inner.startsWith('非') && !isNumeric(inner)) return true;
  // 有没有, 好不好, 更宜居; 技术与制度: questions, degrees, two nouns side by side
  if (/^([一-龥])[不没]\1$|^更[一-龥]{1,3}$|^[一-龥]{2}[与和][一-龥]{2}$/.test(inner)) return true;
  // 动起来, 强起来
  if (/^[一-龥]{1,2}起来$/.test(inner)) return true;
  // 从无到有, 从小到大; 从0到1 has a meaning of its own
  if (/^[从由]\D{1,4}[到向至]\D{1,4}$/.test(inner)) return true;
  // 说到做到, 说好干好: verbs that echo each other
  if (inner.length === 4 && inner[1] === inner[3] && '到好了成'.includes(inner[1] ?? '')) return true;
  // “差不多就行”的想法, “慢一点没关系”的念头: what people think, not what a policy is called
  return inner.length >= 4 && /^等?的?(?:念头|想法|做法|借口|说法|声音|等次|错误认识)/.test(after);
}

/** Nouns that make a name of whatever stands before them. */
const NAMING =
  /^(?:等|系列)?(?:主题)?(?:群众)?(?:专项)?(?:实践|促消费|品牌|惠民|培育|培训)?(?:行动|活动|工程|计划|教育|品牌|机制|模式|工作法|的?总要求|的?重要要求|的?目标要求|理念|体系|格局|的?发展格局|(?:实践创新|示范)基地)/;

/** A quotation with 、 or ，: a slogan of short even parts is a term, a sentence cut in parts is not. */
function motto(inner: string, after: string): TermKind | null {
  const parts = inner.split(/[、，]/).map((part) => part.length);
  const pieces = inner.split(/[、，]/);
  const longest = Math.max(...parts);
  const shortest = Math.min(...parts);
  if (shortest === 0) return null;
  const kind: TermKind = pieces.some((piece) => isNumeric(piece)) ? 'numeric' : 'formulation';
  const named = NAMING.test(after);
  if (longest <= 3) return kind;
  if (kind === 'numeric' && longest <= 7 && !inner.includes('，')) return kind;
  if (longest > (named ? 7 : 5)) return null;
  if (inner.includes('，') && inner.length > 14 && !named) return null;
  if (!named && longest - shortest > 1) return null;
  // 选好苗子、育好苗子、用好苗子: plain words with one object are a sentence
  const ends = new Set(pieces.map((piece) => piece.slice(-2)));
  if (longest >= 4 && ends.size < pieces.length && !named) return null;
  return kind;
}

/** Openings of phrases that need the rest of the sentence. */
const CLAUSE = /^(?:[在以让把将对为从由被向使]|通过|坚持|按照|围绕|推动|加快|努力|不断|继续|必须|我们|我)/;

/** Too long for a label: a clause, or the full name of an office or document. */
function isLong(inner: string, after: string): boolean {
  const named = NAMING.test(after);
  if (CLAUSE.test(inner) && inner.length >= 7 && !named) return true;
  if (/(?:研究中心|委员会|研究院|实验室|办公室|联合会|学院|名录)$/.test(inner) && inner.length >= 8) return true;
  // Letters and figures take little room: 2035登高计划
  let length = 0;
  for (let i = 0; i < inner.length; i++)
    length += isLatin(inner.charCodeAt(i)) || isDigit(inner.charCodeAt(i)) ? 0.5 : 1;
  if (length > (named || /(?:工程|行动|计划)$/.test(inner) ? 14 : 12)) return true;
  // Eight characters without a figure, a point or a noun that makes them a name are a phrase.
  if (inner.length < 8 || named || isNumeric(inner) || /[\d·两双二三四五六七八九十百千万]/.test(inner)) return false;
  return !/(?:计划|工程|行动|活动|[圈年网]|经济|模式|机制|平台|品牌|中心|共同体)$/.test(inner);
}
