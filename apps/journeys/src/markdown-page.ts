import type { Locator, Page } from 'playwright-core';

/** Where a text is written as it will be seen. */
export const editorOf = (page: Page, label: string): Locator =>
  page.locator('[contenteditable=true]').and(page.getByRole('textbox', { name: label }));

/** Writes Markdown as it is, by the source. */
export async function writeSource(page: Page, label: string, markdown: string): Promise<void> {
  const panes = page.getByRole('radiogroup', { name: `${label}: write, source or preview` });
  await panes.getByText('Source', { exact: true }).click();
  await page.getByRole('textbox', { name: label }).fill(markdown);
}
