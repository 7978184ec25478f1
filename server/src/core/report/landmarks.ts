import { readNumber } from './numbering';

/** 名词解释 and its sisters, whatever stands around it: 附件2：名 词 解 释, 《政府工作报告》有关名词注释, 注释. */
const GLOSSARY_WORD =
  /(?:名词|词语|术语|用语|缩略语|有关概念|专有名词|专业名词|词汇|概念)(?:解释|注释|释义|说明|注解|解读|简释|浅释)|^(?:注释?|注解|备注|附注|名词)$|(?:名词|词语|术语|用语|概念)的(?:解释|注释|说明)/;

/** Whether a line heads a glossary. It has no sentence of its own and is not the name of a file in a list. */
export function isGlossaryHeading(text: string): boolean {
  if (text.length > 40) return false;
  const bare = text
    .replace(/[《〈（(【[]?政府工作报告[》〉）)】\]]?/g, '')
    .replace(/[《》〈〉（）()【】[\]“”：:、。.,，·\-—*]/g, '')
    .replace(/^附件?[一二三四五六七八九十\d]{0,2}/, '');
  return GLOSSARY_WORD.test(bare) && bare.length <= 22 && !/[见请详]|^序号/.test(bare);
}

/**
 * 政府工作报告 as a line of its own, with place and year before it and 草稿 or the like in brackets after it; prefectures
 * and development zones name the body that stands for a government there.
 */
const TITLE =
  /^.{0,40}(?:政府(?:[\d〇零一二三四五六七八九]{4}年度?)?(?:工作)?|(?:行政公署|行署|(?:开发|高新|保税|度假|示范|新|园)区管(?:理委员|委)会)工作)报告$/;
/** What a title may carry behind it: （摘要）, （草稿）, the line of the meeting in brackets or after a dash. */
const TITLE_TAIL = /[（([【][^（）()]{1,50}[）)\]】]$|——\d.{8,50}上?$/;

export function isTitle(text: string): boolean {
  if (text.length > 90 || text.includes('。') || text.includes('；')) return false;
  const bare = withoutTail(text);
  return (
    bare.length <= 60 &&
    TITLE.test(bare) &&
    readNumber(text) === null &&
    !/解读|读懂|图解|要点|速览|全文如下|辅导|关于|听取/.test(text) &&
    !bare.includes('摘要')
  );
}

/** A title without its tail. */
export function withoutTail(title: string): string {
  const tail = TITLE_TAIL.exec(title);
  return tail === null ? title : title.slice(0, tail.index);
}

/** ——2024年1月22日在青禾区第三届人民代表大会第一次会议上; years in either kind of digits. */
const MEETING = /人民代表大会|人大.{0,2}[一二三四五六七八九十]{1,3}次会议/;

export function isMeetingLine(text: string): boolean {
  return (
    text.length <= 80 && MEETING.test(text) && !text.includes('。') && (/[年届]/.test(text) || text.startsWith('—'))
  );
}

export function isSalutation(text: string): boolean {
  return /^(?:各位代表|各位委员|同志们|主席团)/.test(text) && text.length <= 24;
}

/** 附件1, 附表：…, and whatever follows; not 附近. */
const ANNEX_MARK = /^附(?:[件表录注]|(?=[：:一二三四五六七八九十\d]))/;
/** A name that ends like a table or a list: 2025年民生实事项目. */
const ANNEX_NAME =
  /(?:统计表|一览表|项目表|分解表|任务表|明细表|汇总表|指标表|计划表|清单|名单|图表|目录|实事(?:项目|工程|事项)?|民生工程)$/;

/** Whether a line names an annex: by its mark, or by words that end like those of a table or list. */
export function isAnnexHeading(text: string): boolean {
  if (text.length > 40 || /[。；，]/.test(text) || readNumber(text)?.style === 'item') return false;
  return ANNEX_MARK.test(text) || isAnnexName(text);
}

export function isAnnexName(text: string): boolean {
  return text.length <= 40 && !/[。；，：]/.test(text) && ANNEX_NAME.test(text);
}
