import type { FragmentType } from '../gql/fragment-masking.ts';
import classes from './course-cover.module.css';
import { Picture, type PictureFile } from './picture.tsx';

interface CourseCoverProps {
  title: string;
  /** Courses of one subject share their colours. */
  subject: string;
  image: FragmentType<typeof PictureFile> | null;
  /** How wide it is shown, as CSS has it. */
  sizes: string;
  /** Whether it is the first thing that one sees on its page. */
  isFirst?: boolean;
}

interface Palette {
  ground: string;
  far: string;
  near: string;
  spark: string;
}

const palettes: readonly Palette[] = [
  { ground: '#12523c', far: '#1c6e52', near: '#5cad88', spark: '#f2b843' },
  { ground: '#1d3b6b', far: '#2c5391', near: '#7fa6e0', spark: '#f5a97f' },
  { ground: '#6b2444', far: '#8b355c', near: '#e090b0', spark: '#f6cd63' },
  { ground: '#7a3b12', far: '#9c5120', near: '#eab07a', spark: '#a9dcc7' },
  { ground: '#3c2d6b', far: '#523f8f', near: '#aa98e6', spark: '#f2b843' },
  { ground: '#0f4f5c', far: '#1a6b7b', near: '#6cc0cf', spark: '#f7a072' },
];

/** FNV-1a: the same words give the same picture everywhere. */
function seedOf(words: string): number {
  let seed = 0x811c9dc5;
  for (const letter of words) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return seed;
}

const lanes = [34, 54, 74, 94, 114, 134, 154];

/** A running track seen from above: `cursus` is Latin for it. Where it turns and which lane is lit comes from the title. */
function Track({ seed, palette }: { seed: number; palette: Palette }) {
  const centreX = 60 + (seed % 200);
  const centreY = 20 + ((seed >>> 8) % 150);
  const lit = (seed >>> 16) % lanes.length;
  const start = (seed >>> 20) % 360;
  return (
    <svg viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" className={classes.drawing} aria-hidden focusable="false">
      <rect width="320" height="180" fill={palette.ground} />
      <circle cx={centreX} cy={centreY} r="164" fill={palette.far} opacity="0.45" />
      <circle cx={centreX} cy={centreY} r="24" fill={palette.near} opacity="0.9" />
      {lanes.map((radius, lane) => (
        <circle
          key={radius}
          cx={centreX}
          cy={centreY}
          r={radius}
          fill="none"
          stroke={lane === lit ? palette.spark : palette.near}
          strokeOpacity={lane === lit ? 1 : 0.28 + 0.06 * ((seed >>> lane) % 5)}
          strokeWidth={lane === lit ? 9 : 7}
          strokeLinecap="round"
          strokeDasharray={lane === lit ? `${radius * 2.1} ${radius * 10}` : undefined}
          transform={`rotate(${start + lane * 40} ${centreX} ${centreY})`}
        />
      ))}
    </svg>
  );
}

/** A course's picture; drawn from its title where it has none. It says nothing that the title beside it doesn't. */
export function CourseCover({ title, subject, image, sizes, isFirst = false }: CourseCoverProps) {
  const palette = palettes[seedOf(subject) % palettes.length] ?? palettes[0];
  return (
    <div className={classes.cover}>
      {image !== null && <Picture file={image} alt="" sizes={sizes} isFirst={isFirst} className={classes.image} />}
      {image === null && palette !== undefined && <Track seed={seedOf(title)} palette={palette} />}
    </div>
  );
}
