/** Family names of two characters; without them 欧阳某 would lose half of his. */
export const compoundNames: ReadonlySet<string> = new Set([
  ...['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '夏侯', '司徒', '司空'],
  ...['宇文', '长孙', '端木', '轩辕', '独孤', '南宫', '闻人', '澹台', '公冶', '宗政', '濮阳', '淳于', '单于'],
  ...['太叔', '申屠', '仲孙', '钟离', '呼延', '万俟', '赫连', '第五'],
]);
