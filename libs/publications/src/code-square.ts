/** A QR code as the page draws it: one path of dark squares in a box with a quiet zone. */
export interface CodeSquare {
  box: string;
  path: string;
}

export async function codeSquare(address: string): Promise<CodeSquare> {
  const { create } = await import('qrcode');
  // A fixed mask halves the work; any mask is valid and phones read all of them.
  const { modules } = create(address, { errorCorrectionLevel: 'M', maskPattern: 3 });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size;) {
      let end = column;
      while (end < modules.size && modules.get(row, end)) end += 1;
      if (end > column) runs.push(`M${column} ${row}h${end - column}v1h-${end - column}z`);
      column = end + 1;
    }
  }
  return { box: `-4 -4 ${modules.size + 8} ${modules.size + 8}`, path: runs.join('') };
}
