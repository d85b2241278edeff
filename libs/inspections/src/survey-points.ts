import { surveyFaults } from './inspection.problems.js';
import type { SurveyPoint } from './inspection-parts.entities.js';

/** Reads one place a line. Degrees stay the text the instrument gave: what was measured is not rounded. */
export function pointsOf(text: string): SurveyPoint[] {
  const lines = text
    .normalize('NFKC')
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line, index) => {
    const found = /^(\d{1,3}\.\d{1,10})(?:\s*[,、]\s*|\s+)(\d{1,2}\.\d{1,10})$/.exec(line);
    const [, longitude = '', latitude = ''] = found ?? [];
    // 国境之内，经度 73 到 136 度，纬度 3 到 54 度；写反了的也落在外面。
    const inside = Number(longitude) > 73 && Number(longitude) < 136 && Number(latitude) > 3 && Number(latitude) < 54;
    if (!inside) throw surveyFaults.noPoint(index + 1, line);
    return { longitude, latitude };
  });
}
