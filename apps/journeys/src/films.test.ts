import { describe, expect } from 'vitest';

import { test } from './journey.ts';
import { richCourse } from './page-list.ts';
import { returnAs } from './people.ts';
import { writeCourse } from './written-course.ts';

describe('a lesson that is a film of another site', () => {
  test('on YouTube: nothing of it is loaded before it is played', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).hostname));
    await returnAs(page, 'student');
    await page.goto(`/learn/${richCourse}`);
    await page.getByRole('link', { name: 'Fifteen sorting algorithms in six minutes' }).click();
    const play = page.getByRole('button', { name: 'Play “Fifteen sorting algorithms in six minutes” from YouTube' });
    await play.waitFor();
    expect(new Set(asked)).toEqual(new Set(['127.0.0.1']));
    await play.click();
    const player = page.getByTitle('Fifteen sorting algorithms in six minutes');
    await expect.poll(() => player.getAttribute('src')).toMatch(/^https:\/\/www\.youtube-nocookie\.com\/embed\/kPRA0W1kECg\?/);
    await expect.poll(() => asked).toContain('www.youtube-nocookie.com');
    // What the player's page may do, and which pages may be framed at all.
    expect(await player.getAttribute('sandbox')).toBe('allow-scripts allow-same-origin allow-presentation allow-popups');
    expect(await player.getAttribute('allow')).toBe('autoplay; fullscreen; picture-in-picture; encrypted-media');
    expect(await player.getAttribute('referrerpolicy')).toBe('strict-origin-when-cross-origin');
    const policy = (await page.request.get('/')).headers()['content-security-policy'];
    expect(policy).toMatch(/frame-src (?:'self' )?https:\/\/www\.youtube-nocookie\.com https:\/\/player\.vimeo\.com;/);
  });

  test('on Vimeo: nothing of it is loaded before it is played, and then the player that does not track', async ({ page }) => {
    const course = await writeCourse({ Moon: [] });
    const { courseBySlug } = await course.ask<{ courseBySlug: { modules: { id: string }[] } }>(
      'query Modules($slug: String!) { courseBySlug(slug: $slug) { modules { id } } }',
      { slug: course.slug },
    );
    await course.ask('mutation Add($input: CreateVideoInput!) { createVideo(input: $input) { content { id } } }', {
      input: { moduleId: courseBySlug.modules[0]?.id, title: 'Spring tides', url: 'https://vimeo.com/76979871' },
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).hostname));
    await page.route('https://player.vimeo.com/**', (route) => route.fulfill({ contentType: 'text/html', body: '<p>The film plays.</p>' }));
    await returnAs(page, 'instructor');
    await page.goto(`/learn/${course.slug}`);
    const play = page.getByRole('button', { name: 'Play “Spring tides” from Vimeo' });
    await play.waitFor();
    expect(new Set(asked)).toEqual(new Set(['127.0.0.1']));
    await play.click();
    const player = page.getByTitle('Spring tides');
    expect(await player.getAttribute('src')).toBe('https://player.vimeo.com/video/76979871?dnt=1&autoplay=1');
    await page.frameLocator('iframe').getByText('The film plays.').waitFor();
    expect(new Set(asked)).toEqual(new Set(['127.0.0.1', 'player.vimeo.com']));

    // The rest of that site may not be framed: the policy holds it back before anything is asked of it, and the browser complains of it.
    const apart = await page.context().newPage();
    await apart.route('https://vimeo.com/**', (route) => route.fulfill({ contentType: 'text/html', body: '<p>Another page.</p>' }));
    apart.on('request', (request) => asked.push(new URL(request.url()).hostname));
    await apart.goto('/');
    const refused = await apart.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
            resolve(`${effectiveDirective} ${blockedURI}`),
          );
          const frame = document.createElement('iframe');
          frame.src = 'https://vimeo.com/76979871';
          document.body.append(frame);
        }),
    );
    expect(refused).toMatch(/^frame-src https:\/\/vimeo\.com/);
    expect(asked).not.toContain('vimeo.com');
  });
});
