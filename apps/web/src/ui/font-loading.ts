/** Milliseconds that the first page waits for its letters: index.html has asked for them long before. */
const patience = 400;

/** Letters of another width, in place of ours for a moment, would move every line of the first page. */
export function fontsOrPatience(): Promise<unknown> {
  const faces = ["1em 'Figtree Variable'", "650 1em 'Bricolage Grotesque Variable'"];
  const waited = new Promise((resolve) => {
    setTimeout(resolve, patience);
  });
  return Promise.race([Promise.allSettled(faces.map((face) => document.fonts.load(face))), waited]);
}
