'use client';

import { useState } from 'react';
import { Button, Dialog, TextField, useI18n } from '../../../desk';

const most = { columns: 12, rows: 40 };

/** Asks for the size of a new table. */
export function TableDialog({
  onInsert,
  onClose,
}: {
  /** Rows below the head. */
  onInsert: (columns: number, rows: number) => void;
  onClose: () => void;
}) {
  const { t } = useI18n();
  const [columns, setColumns] = useState('3');
  const [rows, setRows] = useState('2');
  return (
    <Dialog title={t('source.insertTable')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onInsert(within(columns, most.columns), within(rows, most.rows));
        }}
      >
        <div className="table-size">
          <TextField
            label={t('source.columns')}
            type="number"
            inputMode="numeric"
            min={1}
            max={most.columns}
            required
            autoFocus
            value={columns}
            onChange={(event) => setColumns(event.target.value)}
          />
          <TextField
            label={t('source.rows')}
            type="number"
            inputMode="numeric"
            min={1}
            max={most.rows}
            required
            value={rows}
            onChange={(event) => setRows(event.target.value)}
          />
        </div>
        <Button tone="primary" type="submit">
          {t('source.insert')}
        </Button>
      </form>
    </Dialog>
  );
}

function within(value: string, limit: number): number {
  return Math.min(limit, Math.max(1, Math.round(Number(value)) || 1));
}
