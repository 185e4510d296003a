export interface CropArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels: what the server keeps. */
const side = 512;

/** The square that was chosen of a picture, no larger than the server keeps it; as WebP, or what this browser writes in its place. */
export async function croppedPicture(address: string, { x, y, width, height }: CropArea): Promise<File> {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.max(1, Math.min(side, Math.round(width)));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws nothing.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, x, y, width, height, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.92));
  if (blob === null) throw new Error('This browser wrote no picture.');
  return new File([blob], `avatar.${blob.type.slice('image/'.length)}`, { type: blob.type });
}

/** Whether this browser can show the file as a picture at all. */
export async function isPicture(address: string): Promise<boolean> {
  const picture = new Image();
  picture.src = address;
  return picture.decode().then(
    () => picture.naturalWidth > 0,
    () => false,
  );
}
