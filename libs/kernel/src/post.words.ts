/** A post (岗) is what a person may do; it is held in an office, and one person may hold several. */
export const posts = {
  village_clerk: { label: '村信息汇总岗', level: 'village' },
  town_clerk: { label: '镇受理岗', level: 'town' },
  town_reviewer: { label: '镇初审岗', level: 'town' },
  town_surveyor: { label: '镇调查岗', level: 'town' },
  town_finance: { label: '镇金融部', level: 'town' },
  town_trade: { label: '镇交易部', level: 'town' },
  town_coordination: { label: '镇协调部', level: 'town' },
  town_information: { label: '镇公开咨询室', level: 'town' },
  county_reviewer: { label: '县中心审核岗', level: 'county' },
  county_certifier: { label: '县中心发证岗', level: 'county' },
  county_director: { label: '县中心负责人', level: 'county' },
  county_information: { label: '县公开岗', level: 'county' },
  county_administrator: { label: '系统管理员', level: 'county' },
  supervisor: { label: '监管岗', level: 'county' },
  applicant: { label: '申请人', level: 'party' },
  clock: { label: '时钟', level: 'clock' },
  public: { label: '公众', level: 'public' },
} as const satisfies Record<
  string,
  { label: string; level: 'village' | 'town' | 'county' | 'party' | 'clock' | 'public' }
>;
