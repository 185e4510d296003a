import { Button, MantineProvider, Menu } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startTranslations } from '../lib/translations.ts';
import { RenameForm, type SendTitle } from './rename-form.tsx';
import { theme } from './theme.ts';

const send = vi.fn<SendTitle>(() => Promise.resolve({ userErrors: [] }));
const onDuplicate = vi.fn<() => void>();

const rename = { isOpen: true, open: vi.fn<() => void>(), close: vi.fn<() => void>(), send };

describe('a title that is changed where it stands', () => {
  beforeAll(() => startTranslations('en'));

  it('has the focus, chosen whole, after the menu that led to it has given its own back', async () => {
    render(
      <MantineProvider theme={theme}>
        <RenameForm title="Sand" label="Title" language="en" rename={rename} />
      </MantineProvider>,
    );
    const field = screen.getByRole('textbox', { name: 'Title' });
    expect(document.activeElement).not.toBe(field);
    await waitFor(() => expect(document.activeElement).toBe(field));
    await userEvent.keyboard('Dunes{Enter}');
    expect(send).toHaveBeenCalledExactlyOnceWith('Dunes');
  });
});

it('an entry of a menu is chosen once by a double click', async () => {
  render(
    <MantineProvider theme={theme}>
      <Menu>
        <Menu.Target>
          <Button>More</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onDuplicate}>Duplicate</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </MantineProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  // Where nothing has a size, Floating UI may take the button for scrolled away, and hides its menu.
  await userEvent.dblClick(await screen.findByRole('menuitem', { name: 'Duplicate', hidden: true }));
  expect(onDuplicate).toHaveBeenCalledOnce();
});
