/** The context of a mutation that changes nothing of what is shown, such as that somebody was here: no reading waits for it. */
export const noteContext = { changesNothingShown: true } as const;

export type NoteContext = typeof noteContext;
