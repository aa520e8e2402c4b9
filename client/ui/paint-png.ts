/** Points of the picture for each of the drawing: sharp in print. */
const density = 2;

async function openImage(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

/** Paints a drawing as PNG. Fails when the browser cannot. */
export async function paintPng(svg: string): Promise<Blob> {
  const image = await openImage(svg);
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * density;
  canvas.height = image.naturalHeight * density;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser does not paint');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((content) => {
      if (content) resolve(content);
      else reject(new Error('this browser does not write PNG'));
    }, 'image/png');
  });
}
