import classes from './catalogue-page.module.css';

const lanes = [150, 196, 242, 288, 334];

/** The bend of a running track; one runner's lane is lit. */
export function HeroTrack() {
  return (
    <svg viewBox="0 0 620 400" preserveAspectRatio="xMaxYMid slice" className={classes.track} aria-hidden focusable="false">
      <g fill="none" strokeWidth="30" strokeLinecap="round" transform="translate(470 330)">
        {lanes.map((radius) => (
          <circle key={radius} r={radius} className={classes.lane} />
        ))}
        <circle r="242" className={classes.lit} strokeDasharray="520 3000" transform="rotate(176)" />
        <circle r="150" className={classes.near} strokeDasharray="210 3000" transform="rotate(212)" />
      </g>
      <circle cx="470" cy="330" r="92" className={classes.field} />
    </svg>
  );
}
