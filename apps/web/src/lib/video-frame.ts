/** Longer than this nobody waits for a picture that they did not ask for. */
const patienceMs = 15_000;

function once(film: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  film.addEventListener(event, resolve, { once: true });
  film.addEventListener('error', reject, { once: true });
  setTimeout(reject, patienceMs);
  return promise;
}

/** A picture of a film's first second, as a file; null where this browser cannot play it. */
export async function frameOf(url: string): Promise<File | null> {
  const film = document.createElement('video');
  Object.assign(film, { muted: true, playsInline: true, preload: 'auto', src: url });
  try {
    await once(film, 'loadeddata');
    film.currentTime = Math.min(1, film.duration / 10);
    await once(film, 'seeked');
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: film.videoWidth, height: film.videoHeight });
    canvas.getContext('2d')?.drawImage(film, 0, 0);
    const { promise, resolve } = Promise.withResolvers<Blob | null>();
    canvas.toBlob(resolve, 'image/jpeg', 0.88);
    const picture = await promise;
    return picture && new File([picture], 'poster.jpg', { type: picture.type });
  } catch {
    // A film without a poster plays as well.
    return null;
  } finally {
    film.removeAttribute('src');
    film.load();
  }
}
