import { Menu, type MenuProps } from '@mantine/core';
import { cloneElement, type ReactNode, useEffect, useRef, useState } from 'react';
import type { MenuTarget } from './menu-on-demand.tsx';

interface OpenedMenuProps extends Omit<MenuProps, 'target'>, MenuTarget {
  /** Its entries. */
  children: ReactNode;
}

/** A menu that opens as soon as it is there, and gives the focus back to its button when it closes. */
export function OpenedMenu({ target, children, ...props }: OpenedMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    button.current?.focus();
    setOpen(true);
  }, []);

  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-end" {...props}>
      <Menu.Target>{cloneElement(target, { ref: button })}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
