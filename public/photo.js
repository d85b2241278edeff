/** Pixels of the longer side: what a page shows, and no more. */
const longest = 1600;

/** A photo drawn anew, smaller and without what the camera wrote beside it; as it is, where this browser cannot draw it. */
export async function shrunk(file) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (picture === null) return file;
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const drawn = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
  return drawn === null ? file : new File([drawn], file.name.replace(/(\.\w+)?$/, '.jpg'), { type: drawn.type });
}
