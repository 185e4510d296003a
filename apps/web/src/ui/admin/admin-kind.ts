import type { ComponentType } from 'react';

/** How administrators see a kind of record. */
export interface AdminKind {
  /** By `RecordList`. */
  List: ComponentType;
  /** By `RecordPage`: of a record, or of a new one; absent where there is nothing to edit. */
  Form?: ComponentType<{ id: string | null }>;
}
