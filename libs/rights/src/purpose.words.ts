import { codes } from '#kernel';
/** What the land is wanted for. Grain first: the list begins with it (粮食安全保障法第十三条). */
export const plannedUses = codes('PlannedUse', {
  grain: '种粮（小麦、玉米等）',
  cotton_oil_sugar: '种棉花、油料、糖料',
  vegetables: '种蔬菜',
  feed: '种饲草饲料',
  flowers: '种花卉、药材等其他作物',
  orchard: '种果树',
  forest: '种树、育苗木',
  turf: '种草皮',
  pond: '挖塘养鱼',
  livestock: '畜禽养殖',
  facility: '设施农业（大棚、看护房）',
  building: '建房、建厂',
  quarry: '取土、挖沙、采石',
});
