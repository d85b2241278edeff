/** What draws papers, loaded with the first one: the fonts and the PDF are a good part of what a start would load. */
export const loadDrawing = () => import('./draw-paper.js');
