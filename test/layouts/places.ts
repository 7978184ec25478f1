import type { Random } from './random';

/** A made-up place with the words that its government uses of itself. */
export interface Place {
  /** Full name (青禾区). */
  readonly name: string;
  /** Name without the word for its kind (青禾). */
  readonly stem: string;
  /** 省, 市, 县, 区, 旗, 州. */
  readonly unit: string;
  /** The place above it, or null for a province. */
  readonly parent: string | null;
  readonly parentUnit: string;
  readonly kind: string;
}

const stems = [
  ...['青禾', '临溪', '云川', '白榆', '望澜', '沧屿', '晴川', '澄湖', '瑞塬', '朔棱', '鹿鸣', '金穗', '柳湾', '嘉岭'],
  ...['明泽', '远峤', '庆榕', '丰峪', '秀川', '棠溪', '沛原', '宁泊', '虹桥', '碧峰', '银滩', '松陵', '长荻', '槐荫'],
];
const cityStems = ['云川', '沧屿', '晴川', '朔棱', '澜江', '松陵', '海晏', '衡阜'];
const provinceStems = ['云川', '澜江', '朔岭', '沧海'];
const bannerStems = ['哈日诺尔', '达兰特', '查干敖包', '苏木图', '乌日根'];
const peoples = ['瑶族', '回族', '土家族苗族', '彝族', '畲族', '满族'];

export function choosePlace(random: Random): Place {
  const kind = random.weighted({
    district: 6,
    county: 6,
    countyCity: 2,
    city: 5,
    province: 2,
    banner: 2,
    autonomousCounty: 2,
    prefecture: 1,
    newArea: 1,
  });
  const city = `${random.pick(cityStems)}市`;
  const province = `${random.pick(provinceStems)}省`;
  const stem = random.pick(stems.filter((one) => !city.startsWith(one) && !province.startsWith(one)));
  const made = (name: string, unit: string, parent: string | null, own = stem): Place => ({
    name,
    unit,
    parent,
    stem: own,
    kind,
    parentUnit: parent?.slice(-1) ?? '国',
  });
  switch (kind) {
    case 'district':
      return made(`${stem}区`, '区', city);
    case 'newArea':
      return made(`${stem}新区`, '区', city, stem);
    case 'county':
      return made(`${stem}县`, '县', city);
    case 'countyCity':
      return made(`${stem}市`, '市', city);
    case 'city':
      return made(`${stem}市`, '市', province);
    case 'province':
      return made(province, '省', null, province.slice(0, -1));
    case 'banner': {
      const own = random.pick(bannerStems);
      return made(`${own}旗`, '旗', city, own);
    }
    case 'autonomousCounty':
      return made(`${stem}${random.pick(peoples)}自治县`, '县', city);
    case 'prefecture':
      return made(`${stem}${random.pick(['彝族', '傣族', '藏族'])}自治州`, '州', province);
  }
}
