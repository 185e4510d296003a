import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { connection } from '../lib/connection.ts';
import { useReturnedConnection } from './use-returned-connection.ts';

afterEach(() => connection.tellFound());

it('tells once that the connection is back, and nothing while it was never lost', () => {
  const onReturn = vi.fn<() => void>();
  renderHook(() => useReturnedConnection(onReturn));
  expect(onReturn).not.toHaveBeenCalled();
  act(() => connection.tellLost());
  expect(onReturn).not.toHaveBeenCalled();
  act(() => connection.tellFound());
  expect(onReturn).toHaveBeenCalledOnce();
});

it('tells also of one that was lost before', () => {
  const onReturn = vi.fn<() => void>();
  connection.tellLost();
  renderHook(() => useReturnedConnection(onReturn));
  act(() => connection.tellFound());
  expect(onReturn).toHaveBeenCalledOnce();
});
