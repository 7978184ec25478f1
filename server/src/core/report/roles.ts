import type { Role } from '../model';

/**
 * What the title of a part or block says it is for. Order matters: a title that names the past and the year's work is a
 * review when it leads, a plan otherwise.
 */
const GOVERNANCE = /自身建设|政府建设|建设.{0,12}政府$|政府系统.{0,6}建设|政府治理能力|人民满意的?.{0,8}政府/;
const TARGETS = /(?:预期目标|主要目标|发展目标|目标任务|奋斗目标)(?:[和与及]|$)/;
const REVIEW =
  /回顾|总结|过去|完成情况|工作情况|执行情况|主要成绩|发展成就|成就|成效|历程|五年来|一年来|回首|回望|这五年|这一年/;
const PLAN =
  /安排|部署|重点工作|工作任务|主要任务|重点任务|今后|下一步|打算|建议|总体要求|总体思路|工作思路|目标|展望|奋进|要求|考虑|举措|谋划|工作重点|主要工作|做好/;

/** The role a title names by itself; null where it is a slogan. `planYear` tells 2023年工作 from 2024年工作. */
export function roleOfTitle(title: string, planYear: number | null): Role | null {
  if (GOVERNANCE.test(title)) return 'governance';
  const years = [...title.matchAll(/(?<!\d)(20\d\d)年/g)].map((match) => Number(match[1]));
  const review = REVIEW.test(title);
  const plan = PLAN.test(title);
  if (review && !(plan && /今后|安排|部署/.test(title) && !/回顾|总结/.test(title))) return 'review';
  if (TARGETS.test(title) && !/安排|工作|任务|政策/.test(title)) return 'targets';
  if (plan) return 'plan';
  if (planYear !== null && years.length > 0)
    return years.includes(planYear) ? 'plan' : Math.max(...years) < planYear ? 'review' : 'plan';
  return null;
}

/**
 * Roles of the parts in order. Slogans are told by their place: the first part reviews, what follows plans, a last part
 * whose blocks speak of the government itself is on governance.
 */
export function rolesOfParts(
  parts: readonly { readonly title: string; readonly inner: readonly string[] }[],
  planYear: number | null,
): (Role | null)[] {
  const roles = parts.map((part) => roleOfTitle(part.title, planYear));
  const firstPlan = roles.findIndex((role) => role === 'plan' || role === 'targets');
  return roles.map((role, i) => {
    if (role === 'targets') return 'plan';
    if (role === 'review' && firstPlan >= 0 && i > firstPlan) return 'plan';
    if (role !== null) return role;
    if (i === 0 && parts.length > 1) return 'review';
    const own = parts[i];
    if (i === parts.length - 1 && i >= 2 && own && own.inner.filter((title) => SELF.test(title)).length >= 2)
      return 'governance';
    return i > 0 ? 'plan' : null;
  });
}

/** What the blocks of a part on the government's own work are about. */
const SELF = /政治|法治|依法|廉政|廉洁|作风|为民|履职|担当|为政|执政|从严|纪律|效能|清正|实干/;
