/** What draws papers, loaded with the first one: the fonts and the PDF are a good part of what a start would load. */
export async function loadDrawing() {
  const [{ drawPaper }, { drawCertificate }] = await Promise.all([
    import('./draw-paper.js'),
    import('./certificate.paper.js'),
  ]);
  return { drawPaper, drawCertificate };
}
