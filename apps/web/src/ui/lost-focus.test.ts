import { beforeEach, expect, it } from 'vitest';
import { catchFocus } from './lost-focus.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

function buttonOf(name: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = name;
  document.body.append(button);
  return button;
}

beforeEach(() => document.body.replaceChildren());

it('goes on from what is named, also when what was pressed is gone some frames later', async () => {
  const [pressed, next] = [buttonOf('Delete'), buttonOf('Next')];
  pressed.focus();
  catchFocus(() => next);
  await frame();
  await frame();
  expect(document.activeElement).toBe(pressed);
  pressed.remove();
  await frame();
  await frame();
  expect(document.activeElement).toBe(next);
});

it('stays where somebody went meanwhile', async () => {
  const [pressed, next, elsewhere] = [buttonOf('Delete'), buttonOf('Next'), buttonOf('Elsewhere')];
  pressed.focus();
  catchFocus(() => next);
  elsewhere.focus();
  pressed.remove();
  for (let frames = 0; frames < 12; frames += 1) await frame();
  expect(document.activeElement).toBe(elsewhere);
});
