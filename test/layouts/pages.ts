import type { Axes } from './axes';
import type { Place } from './places';
import type { Random } from './random';
import type { LineKind } from './writer';

type WriteLine = (kind: LineKind, text: string) => void;

/** What web sites, newspapers and forums print before a report. Tells whether it prints dates. */
export function writeHead(axes: Axes, place: Place, year: number, random: Random, line: WriteLine): { dated: boolean } {
  const published = `${year}-0${random.int(2, 4)}-${random.int(10, 27)}`;
  const page = (text: string): void => line('page', text);
  switch (axes.head) {
    case 'government': {
      for (const text of random.some(
        ['网站首页', '走进本地', '政务公开', '办事服务', '互动交流', '数据开放', '无障碍阅读', '长者模式'],
        random.int(2, 6),
      ))
        page(text);
      page(
        random.pick([
          '当前位置：首页 > 政务公开 > 政府工作报告',
          '您的位置：首页>>信息公开>>法定主动公开内容>>计划总结',
          '首页 / 公开目录 / 综合政务',
        ]),
      );
      if (random.chance(0.4)) {
        page(`索引号：0${random.int(1000, 9999)}/${year}-00${random.int(100, 999)}`);
        page(`发文机关：${place.name}人民政府办公室`);
        page(`成文日期：${published}`);
        page('有效性：有效');
      } else {
        page(
          `发布日期：${published} ${random.int(8, 17)}:${random.int(10, 59)}　来源：${place.name}人民政府办公室　浏览次数：${random.int(90, 4000)}`,
        );
      }
      page(random.pick(['字号：[大] [中] [小]　打印　收藏', '【字体：大 中 小】 分享到：', '打印本页 关闭窗口']));
      return { dated: true };
    }
    case 'newspaper':
      page(random.pick([`${place.stem}日报 数字报`, `${place.stem}新闻网 > 要闻`]));
      page(`第0${random.int(1, 4)}版：${random.pick(['要闻', '综合', '特别报道'])}`);
      page(`${year}年${random.int(2, 4)}月${random.int(1, 28)}日　星期${random.pick(['一', '三', '五'])}`);
      page(random.pick(['上一版　下一版', '上一篇　下一篇', '放大+　缩小-　默认○']));
      return { dated: true };
    case 'forum':
      page('设为首页 收藏本站 切换到宽版');
      page(random.pick(['用户名　密码　自动登录　找回密码', '门户 论坛 群组 导读 排行榜']));
      page(`查看：${random.int(100, 900)} | 回复：${random.int(0, 9)}`);
      page(`发表于 ${published} 20:1${random.int(0, 9)}:3${random.int(0, 9)} | 只看该作者 | 倒序浏览`);
      page(`楼主　积分 ${random.int(100, 9000)}　主题 ${random.int(3, 80)}　帖子 ${random.int(50, 900)}`);
      return { dated: true };
    case 'account':
      page(`${place.stem}发布　${published}　${random.pick(['原创', '发表于本地', '收录于合集'])}`);
      page('点击上方蓝字关注我们');
      return { dated: true };
    default:
      return { dated: false };
  }
}

/** What they print after it. */
export function writeTail(axes: Axes, place: Place, random: Random, line: WriteLine): void {
  const page = (text: string): void => line('page', text);
  switch (axes.head) {
    case 'government':
      for (const text of random.some(
        [
          '【打印本页】 【关闭窗口】',
          '分享到：微信　微博　扫一扫在手机打开当前页',
          '上一篇：没有了',
          '下一篇：关于做好春耕备耕工作的通知',
          '相关文件：',
          '相关解读：',
          `一图读懂${place.name}政府工作报告`,
          '政府工作报告重点任务分工方案印发',
          '相关阅读：代表委员热议政府工作报告',
        ],
        random.int(1, 4),
      ))
        page(text);
      page(`主办单位：${place.name}人民政府办公室　承办单位：${place.name}大数据中心`);
      page(
        `网站标识码：${random.int(1000000000, 9999999999)}　联系电话：0${random.int(300, 899)}-${random.int(2000000, 8999999)}`,
      );
      if (random.chance(0.5)) page('网站地图 | 联系我们 | 隐私声明 | 使用帮助');
      return;
    case 'newspaper':
      page(
        random.pick([
          `责任编辑：${random.pick(['周小禾', '方一帆'])}`,
          '（本报记者 整理）',
          `编辑：${random.pick(['梁松', '白芷'])}　审核：${random.pick(['尹青', '丁原'])}`,
        ]),
      );
      if (random.chance(0.5)) page('版权声明：未经许可不得转载');
      return;
    case 'forum':
      page('回复　举报　使用道具');
      page('您需要登录后才可以回帖 登录 | 立即注册');
      page(
        `Powered by ForumX 3.${random.int(1, 9)}　GMT+8, ${random.int(2015, 2025)}-3-2${random.int(1, 8)} 10:${random.int(10, 59)}`,
      );
      return;
    case 'account':
      page(random.pick(['来源｜政府办公室', '编辑｜小青　校对｜小禾']));
      page('觉得不错，请点赞、在看、转发');
      return;
    default:
      return;
  }
}
