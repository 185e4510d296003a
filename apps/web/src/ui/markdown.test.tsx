import { MantineProvider } from '@mantine/core';
import { act, render, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTranslations } from '../lib/translations.ts';
import { Markdown } from './markdown.tsx';

async function show(text: string): Promise<HTMLElement> {
  const { container } = await act(async () =>
    render(
      <MantineProvider>
        <Markdown>{text}</Markdown>
      </MantineProvider>,
    ),
  );
  return container;
}

describe('the renderer', () => {
  beforeAll(() => startTranslations('en'));

  it('shows a text without formulas and code at once', async () => {
    await show('# Hello\n\n~~old~~ **new**');
    expect(screen.getByRole('heading', { level: 2, name: 'Hello' })).toBeTruthy();
    expect(screen.getByText('new').tagName).toBe('STRONG');
  });

  it('draws formulas', async () => {
    const container = await show('The square is $a^2$.');
    await waitFor(() => expect(container.querySelector('.katex math')).not.toBeNull());
    expect(container.querySelector('code')).toBeNull();
  });

  it('highlights code of a language that is told', async () => {
    const container = await show('```js\nconst answer = 42;\n```');
    await waitFor(() => expect(container.querySelector('.hljs-keyword')?.textContent).toBe('const'));
  });

  it('keeps none of an author’s HTML', async () => {
    const container = await show('<img src=x onerror="alert(1)"> <script>alert(1)</script>[go](javascript:alert(1))');
    expect(container.querySelector('img, script')).toBeNull();
    expect(screen.getByText('go').getAttribute('href') ?? '').not.toContain('javascript');
  });
  it('fetches pictures of this server alone', async () => {
    const container = await show('![here](/files/1) ![there](https://example.org/spy.png) ![beside](//example.org/spy.png)');
    expect([...container.querySelectorAll('img')].map((image) => image.getAttribute('src'))).toEqual(['/files/1']);
    expect(screen.getByText('there').getAttribute('href')).toBe('https://example.org/spy.png');
  });
});
