import { describe, expect, it } from 'vitest';
import { report } from '../../../../test/unit/statement-sample';
import { createAnalyser } from '../analysis';

/** Name and words of what a plan promises without a number. */
function promises(plan: string): string[] {
  const analysis = createAnalyser().analyse(report({ plan }), { force: true });
  const { text } = analysis.report;
  return analysis.statements
    .filter(({ role, measure }) => role === 'task' && measure === 'qualitative')
    .map(({ name, valueStart, valueEnd, year }) => `${name}: ${text.slice(valueStart, valueEnd)} ${String(year)}`);
}

describe('promises in words', () => {
  it.each<[string, string[]]>([
    ['安和大桥6月底前建成通车。', ['安和大桥: 6月底前建成通车 2025']],
    ['县中医院新院区10月底前投入使用。', ['县中医院新院区: 10月底前投入使用 2025']],
    ['滨江路改造工程上半年完工。', ['滨江路改造: 上半年完工 2025']],
    ['清河水库除险加固工程主汛期前完工。', ['清河水库除险加固: 主汛期前完工 2025']],
    ['确保标准化厂房5月底前投入使用。', ['标准化厂房: 5月底前投入使用 2025']],
    ['凤凰煤矿年内完成改造投产。', ['凤凰煤矿: 年内完成改造投产 2025']],
    ['力促禾源100兆瓦风电项目年内并网运行。', ['禾源100兆瓦风电: 年内并网运行 2025']],
    ['城北大道一季度开工、年底主体完工。', ['城北大道: 一季度开工、年底主体完工 2025']],
    ['南环路、学府路二期年底前全线贯通。', ['南环路: 年底前全线贯通 2025', '学府路二期: 年底前全线贯通 2025']],
    ['体育中心主体封顶，图书馆新馆建成开放。', ['体育中心: 主体封顶 2025', '图书馆新馆: 建成开放 2025']],
  ])('are works with a date or a stage: %s', (plan, expected) => {
    expect(promises(plan)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['完成锦绣路提升改造。', ['锦绣路提升改造: 完成 2025']],
    ['10月底前完成第五次经济普查。', ['第五次经济普查: 10月底前完成 2025']],
    ['编制完成国土空间规划。', ['国土空间规划: 编制完成 2025']],
    ['完成国土空间规划编制。', ['国土空间规划: 完成国土空间规划编制 2025']],
    ['启动全国文明城市创建，全面启动老城更新。', ['全国文明城市创建: 启动 2025', '老城更新: 启动 2025']],
    ['出台《青禾区养犬管理办法》。', ['《青禾区养犬管理办法》: 出台 2025']],
    ['组建区文旅集团、区农发集团。', ['区文旅集团: 组建 2025', '区农发集团: 组建 2025']],
    ['实现“一窗通办”。', ['“一窗通办”: 实现 2025']],
    ['实现行政村5G网络全覆盖。', ['行政村5G网络: 全覆盖 2025']],
    ['确保零就业家庭动态清零。', ['零就业家庭: 清零 2025']],
  ])('are acts that end with something to be seen: %s', (plan, expected) => {
    expect(promises(plan)).toEqual(expected);
  });

  it.each([
    '推进乡村振兴，加强基层治理，深化国企改革，启动新一轮农村改革。',
    '完成各项任务，全面完成年度目标任务，实现高质量发展。',
    '确保社会大局稳定，努力实现经济质的有效提升和量的合理增长。',
    '推进法律援助服务全覆盖，持续推动隐患动态清零。',
    '加快在建项目投产，重点项目全部开工，项目建成后将带动群众增收。',
    '监督体系相互贯通，政务服务智慧运行，实现开门红。',
    '完成投资3亿元，启动26个改造项目。',
  ])('are not what nobody can check, nor what has a number: %s', (plan) => {
    expect(promises(plan)).toEqual([]);
  });
});
