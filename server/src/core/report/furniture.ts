/**
 * Residue of the page that a report was taken from. A line is furniture when it has nothing of a sentence and the words
 * of a page: buttons, counters, sources, page numbers. The words are those of Chinese web sites and forums in general.
 */

/** `- 12 -`, `— 3 —`, `第 3 页 共 20 页`, `12/30`, and bare numbers. */
const PAGE_NUMBER =
  /^(?:[-－–—·~～.]{0,3}\d{1,4}(?:[-－–—·~～]{0,3}|[-－–—·~～.]{2,3})|第\d{1,4}页(?:[，/／]?共\d{1,4}页)?|\d{1,4}\/\d{1,4}|Page\d{1,4}|P\.?\d{1,4})$/i;

/** （下转第二版） */
const TURN = /^[（(]?(?:下转|上接|紧接)第?[一二三四五六七八九十\d]{1,3}版[）)]?$/;

/** The date of a newspaper: 2025年3月13日星期四. */
const DATELINE = /年\d{1,2}月\d{1,2}日星期[一二三四五六日天]$/;

/** A line of a contents page: a title, dots or a row of blanks, the number of its page. */
const CONTENTS = /[…·.]{3,40}\d{1,3}$/;

/** Words that whole lines of pages consist of. */
const BUTTONS = new Set(
  '上一版 下一版 下载 打印 全屏 收藏 加大 还原 减小 大 中 小 】 【字号： 关闭 关闭窗口 打印本页 返回 返回顶部 返回列表 返回首页 首页 上一页 下一页 上一篇 下一篇 分享 微信 微博 举报 回复 点赞 复制链接 [复制链接] 登录 注册 主题 帖子 积分 版主 扫一扫 客服中心 相关报道： 相关链接： 相关阅读： 相关文章： 网站地图 无障碍阅读 繁体 简体 正文 目录 附件下载 政务公开 政务服务 互动交流 网站首页 使用道具 收藏本站 设为首页 关于我们 联系我们 网站声明 评论 转发 支持 反对'.split(
    ' ',
  ),
);

/** What opens a line of a page's head or tail. */
const OPENERS =
  /^(?:来源[：:]|信息来源|发布时间|发布日期|发布机构|发布单位|发文单位|时间[：:]|日期[：:]|作者[：:|｜]|责任编辑|责编|编辑[：:|｜]|编审|审核[：:|｜]|校对[：:|｜]|制作[：:|｜]|监制[：:|｜]|撰稿|供稿|文章来源|稿源|浏览次数|浏览量|阅读次数|阅读[：:]|点击数|点击[：:]|访问量|字体[：:]|字号|【字体|【字号|【打印|\[打印|分享到|分享至|上一篇|下一篇|上一条|下一条|当前位置|您的位置|您当前|您现在|首页[>＞»]|索引号|主题分类|主题词|信息分类|公开方式|公开时限|成文日期|有效性|版权所有|版权声明|主办[：:单]|承办[：:单]|技术支持|网站标识码|网站备案|备案号|联系电话|联系我们|地址[：:]|邮编[：:]|Copyright|Powered|©|查看[：:]|发表于|设为首页|加入收藏|收藏本站|快速回复|您需要登录|本版积分|签到|Rank|在线|扫一扫|手机扫|相关附件|扫码|长按|微信扫|声明[：:]|免责声明|原标题|原文链接|相关报道|相关链接|相关阅读|相关文章|全文检索|相关文件|来源[｜|]|发布[：:]|.{0,12}ICP备|.{0,8}公网安备)/i;

const BLANK = /[ \t\u3000\u00a0]/;

/** Whether a line is residue of a page. `text` is its reading form, `raw` the line itself without surrounding blanks. */
export function isFurniture(text: string, raw: string): boolean {
  if (text.length === 0) return false;
  if (raw.startsWith('<!--') || isLink(raw)) return true;
  if (text.length > 80) return false;
  if (text.length <= 24 && (DATELINE.test(text) || TURN.test(text))) return true;
  if (isPageNumber(text) || CONTENTS.test(text.slice(-44))) return true;
  if (/^[-—=_*·.~～…]{3,}$/.test(text)) return true;
  if (
    isToolbar(raw) ||
    (/^相关.{2,4}[：:]?$/.test(text) && !/[词语][解注释]/.test(text)) ||
    /^[（(].{0,12}(?:记者|整理|编辑|供稿|摄影?).{0,8}[）)]$/.test(text)
  )
    return true;
  const bare = BLANK.test(raw) ? raw.replace(/[ \t\u3000\u00a0]/g, '') : raw;
  if (BUTTONS.has(text) || BUTTONS.has(bare)) return true;
  if (/[。；]/.test(text) && text.length > 40) return false;
  return OPENERS.test(text) || (bare !== text && OPENERS.test(bare)) || OPENERS.test(bare.replace(/^[（([]/, ''));
}

/** A line of nothing but Markdown links and pictures: `- [返回](…)`, `[首页](/) > [政务](…)`, `![](…)`. */
function isLink(raw: string): boolean {
  let i = 0;
  let links = 0;
  while (i < raw.length) {
    if (raw[i] === '[' || raw.startsWith('![', i)) {
      const middle = raw.indexOf('](', i);
      const end = middle < 0 || middle - i > 80 ? -1 : raw.indexOf(')', middle);
      if (end < 0 || raw.slice(i + 2, middle).includes('[')) return false;
      links++;
      // An address may hold brackets of its own: javascript:print().
      i = raw[end + 1] === ')' ? end + 2 : end + 1;
    } else if (/[-*+>＞»|｜/·\s]/.test(raw[i] ?? '')) i++;
    else return false;
  }
  return links > 0;
}

/** Whether a line of residue can only stand below a text. */
export function isCredit(text: string): boolean {
  return /^[（([]?(?:责任编辑|责编|编辑|上一[篇条]|下一[篇条]|打印本页|关闭窗口|版权所有|扫一扫|分享[到至])/.test(text);
}

export function isPageNumber(text: string): boolean {
  return text.length <= 14 && PAGE_NUMBER.test(text);
}

/** `回复　举报　使用道具`, `首页 | 政务公开 | 互动交流`: several short words apart, none of them a sentence. */
function isToolbar(raw: string): boolean {
  if (raw.length > 60 || /[。，；：:“”、]/.test(raw)) return false;
  const words = raw.split(/[ \t\u3000\u00a0|｜/>＞»·•]+/).filter((word) => word !== '');
  if (words.length === 2) return words.every((word) => BUTTONS.has(word));
  return (
    words.length >= 3 &&
    words.every((word) => word.length <= 6) &&
    words.filter((word) => BUTTONS.has(word)).length >= 1
  );
}
