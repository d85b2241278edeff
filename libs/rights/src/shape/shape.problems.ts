/** What is wrong with a shape, in words for the clerk who sent it. */
export const shapeFaults = {
  none: '没有图形',
  fewPoints: '界址点不足三个，围不成一块地',
  manyPoints: (points: number, most: number): string => `界址点有 ${points} 个，超过上限 ${most} 个`,
  notOnGlobe: '坐标要是经度、纬度两个数（2000 国家大地坐标系，单位度）',
  open: '界线没有闭合：最后一点要和第一点相同',
  crossing: '界线自己和自己相交',
  noArea: '图形面积是零',
} as const;
