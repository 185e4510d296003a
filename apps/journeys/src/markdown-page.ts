import type { Locator, Page } from 'playwright-core';

/** Where a text is written as it will be seen. */
export const editorOf = (page: Page, label: string): Locator =>
  page.locator('[contenteditable=true]').and(page.getByRole('textbox', { name: label }));

/** Turns a Markdown field to one of its sides. */
export async function choosePane(page: Page, label: string, pane: 'Write' | 'Source' | 'Preview'): Promise<void> {
  await page
    .getByRole('radiogroup', { name: `${label}: write, source or preview` })
    .getByText(pane, { exact: true })
    .click();
}

/** Writes Markdown as it is, by the source. */
export async function writeSource(page: Page, label: string, markdown: string): Promise<void> {
  await choosePane(page, label, 'Source');
  await page.getByRole('textbox', { name: label }).fill(markdown);
}
