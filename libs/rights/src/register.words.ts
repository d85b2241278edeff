/** Words of the list of households: of its fields, of the values of its filters, of its orders. */
export const registerLabels = {
  title: '承包地登记簿',
  search: '各种代码、代表人姓名',
  fields: {
    name: '承包方',
    place: '镇街、村',
    contractorCode: '承包方代码',
    contractCode: '承包合同代码',
    parcels: '地块',
    areaMu: '合同面积（亩）',
    endsOn: '承包期到',
    status: '情况',
  },
  filters: {
    office: { label: '镇街、村', choices: { '': '全部地方' } },
    status: {
      label: '情况',
      choices: {
        '': '全部',
        legacy: '历史代码，待核实',
        bare: '没有合同',
        open: '有成员证件没有核实',
        uncounted: '成员数对不上',
      },
    },
    ends: { label: '哪一年承包到期' },
  },
  sorts: { code: '按代码', name: '按姓名' },
} as const;

/** Words of the list of parcels. */
export const parcelLabels = {
  title: '地块',
  search: '地块代码、承包方',
  fields: {
    code: '地块代码',
    name: '地块',
    place: '镇街、村',
    contractor: '承包方',
    contractCode: '承包合同代码',
    landClass: '地类',
    contractMu: '合同面积（亩）',
    measuredMu: '实测面积（亩）',
    basicFarmland: '永久基本农田',
    flowing: '已流转或已预留',
    legacy: '历史代码，待核实',
  },
  every: { '': '全部' },
  filters: {
    status: {
      label: '情况',
      choices: {
        '': '全部',
        free: '没有流转',
        flowing: '已流转或已预留',
        common: '集体的，没有承包',
        legacy: '历史代码，待核实',
      },
    },
    farmland: { label: '永久基本农田', choices: { '': '不限', basic: '是', other: '不是' } },
    office: { label: '镇街、村', choices: { '': '全部地方' } },
  },
  sorts: { code: '按代码', largest: '面积大的在前' },
} as const;

/** The unit of an area. */
export const muUnit = '亩';

/** GB/T 21010-2017, the classes a register of contracted land has. */
// prettier-ignore
export const landClasses: Readonly<Record<string, string>> = {
  '0101': '水田', '0102': '水浇地', '0103': '旱地', '0201': '果园', '0202': '茶园', '0204': '其他园地', '0301': '乔木林地', '0305': '灌木林地',
  '0307': '其他林地', '0401': '天然牧草地', '0403': '人工牧草地', '0404': '其他草地', '1101': '河流水面', '1104': '坑塘水面', '1202': '设施农用地', '1203': '田坎',
};

/** What the document calls the parts of the register. */
export const recordLabels = {
  household: '承包农户',
  name: '名称',
  place: '镇街、村',
  contractorCode: '承包方代码',
  representative: '代表人',
  identity: '身份证号，中间遮住',
  phone: '手机，中间遮住',
  address: '地址',
  members: '家庭成员',
  member: {
    name: '姓名',
    relation: '和代表人的关系',
    sex: '性别',
    age: '周岁',
    coRight: '是共有人',
    note: '备注',
    paper: '证件',
  },
  memberCount: '承包方登记的家庭成员数',
  endedOn: '这一户到哪天为止',
  contracts: '承包合同',
  contract: {
    code: '合同代码',
    termFrom: '承包期从哪天起',
    termTo: '承包期到哪天止',
    endsOn: '登记的最后一天',
    extended: '已登记延包',
    areaMu: '合同面积（亩）',
    signedOn: '哪天签的',
    follows: '接在哪份合同后面',
    legacy: '历史代码，待核实',
  },
  chain: '先后的承包合同',
  parcels: '地块',
  parcel: {
    code: '地块代码',
    name: '地块',
    contractor: '承包方',
    issuer: '发包方',
    contractCode: '承包合同代码',
    contractEnd: '承包期到',
    contractMu: '合同面积（亩）',
    measuredMu: '实测面积（亩）',
    landClass: '地类代码',
    grade: '地力等级',
    basicFarmland: '永久基本农田',
    bounds: '四至',
    legacyReason: '为什么待核实',
  },
  side: { east: '东至', south: '南至', west: '西至', north: '北至' },
  granted: '流转出去的土地',
  held: '现在和以后的流转',
  holder: '谁种',
  areaMu: '面积（亩）',
  whole: '整块',
  termStart: '从哪天起',
  termEnd: '到哪天止',
  status: '状态',
  mortgages: '抵押',
} as const;
